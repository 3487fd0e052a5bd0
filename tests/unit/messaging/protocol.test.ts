import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { fromPageSchema, fromPanelSchema, namesParticipant, portNames } from '../../../messaging/protocol.ts';

describe('protocol', () => {
  test('port names differ, so that a content script cannot come in by the panel’s door', () => {
    expect(portNames.page).not.toBe(portNames.panel);
  });

  test.each([
    null,
    'join',
    { type: 'join' },
    { type: 'join', token: 'short' },
    { type: 'join', token: `${'a'.repeat(30)} ` },
    { type: 'watch', tabId: 1.5 },
    { type: 'ask', id: -1, generation: 'g', ask: { ask: 'mine' } },
    { type: 'ask', id: 1, generation: 'g'.repeat(65), ask: { ask: 'mine' } },
    { type: 'ask', id: 1, generation: 'g', ask: { ask: 'act', act: { act: 'erase-everything' } } },
    { type: 'ask', id: 1, generation: 'g', ask: { ask: 'people', text: 'x'.repeat(201) } },
  ])('refuses malformed words of a view: %j', (message) => {
    expect(v.safeParse(fromPanelSchema, message).success).toBe(false);
  });

  test.each([
    undefined,
    { type: 'reading', reading: { state: 'occasion' }, needsFrame: false },
    { type: 'reading', reading: { state: 'not-here' } },
    { type: 'place', place: { collapsed: true, top: -1, side: 'right' } },
    { type: 'join', token: 'a'.repeat(30) },
  ])('refuses malformed words of a content script: %j', (message) => {
    expect(v.safeParse(fromPageSchema, message).success).toBe(false);
  });

  test('acts that name a participant of the open occasion are told apart', () => {
    expect(namesParticipant({ act: 'keep-person', ref: 'a@b.c' })).toBe(true);
    expect(namesParticipant({ act: 'tag-potential', whom: { ref: 'a@b.c' }, on: true })).toBe(true);
    expect(namesParticipant({ act: 'tag-potential', whom: { personId: 'p1' }, on: true })).toBe(false);
    expect(namesParticipant({ act: 'add-my-need', text: 'x' })).toBe(false);
  });
});
