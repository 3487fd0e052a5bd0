import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { portNames } from '../../../messaging/port-names.ts';
import { fromPageSchema, fromPanelSchema, ofNoOccasion } from '../../../messaging/protocol.ts';

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
    { type: 'ask', id: -1, generation: 'g', ask: { ask: 'skeleton' } },
    { type: 'ask', id: 1, generation: 'g'.repeat(65), ask: { ask: 'skeleton' } },
    { type: 'ask', id: 1, generation: 'g', ask: { ask: 'act', act: 'erase-everything' } },
    { type: 'ask', id: 1, generation: 'g', ask: { ask: 'tips', whom: { ref: 'x'.repeat(601) } } },
  ])('refuses malformed words of a view: %j', (message) => {
    expect(v.safeParse(fromPanelSchema, message).success).toBe(false);
  });

  test.each([
    undefined,
    { type: 'reading', reading: { state: 'occasion' }, frame: null },
    { type: 'reading', reading: { state: 'not-here' }, frame: 'short' },
    { type: 'reading', reading: { state: 'not-here' } },
    { type: 'still', id: 1, on: { site: 'gmail', ref: 'x'.repeat(301) }, steady: true },
    { type: 'join', token: 'a'.repeat(30) },
  ])('refuses malformed words of a content script: %j', (message) => {
    expect(v.safeParse(fromPageSchema, message).success).toBe(false);
  });

  test('acts that hold whatever occasion is open are told apart', () => {
    expect(ofNoOccasion({ act: 'add-my-need', text: 'x' })).toBe(true);
    expect(ofNoOccasion({ act: 'undo', changeId: 'c1' })).toBe(true);
    expect(ofNoOccasion({ act: 'keep-person', ref: 'a@b.c' })).toBe(false);
    expect(ofNoOccasion({ act: 'tag-potential', whom: { personId: 'p1' }, on: true })).toBe(false);
    expect(ofNoOccasion({ act: 'decide', promptKey: 'k', decision: 'never', until: null })).toBe(false);
  });
});
