// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import { firstPlace, type HostPlace, pageHost } from '../../../../readers/page/host.ts';

const words = { name: 'Renmai', collapse: 'Collapse', expand: 'Expand', otherSide: 'Other side', move: 'Move' };

function page(place: HostPlace = firstPlace) {
  const lost: boolean[] = [];
  let now = 0;
  const host = pageHost({
    document: document,
    panelUrl: 'chrome-extension://dynamic/panel.html',
    words,
    place,
    onPlace: () => {},
    onLost: (closed) => lost.push(closed),
    now: () => now,
  });
  const added = () =>
    [...document.documentElement.children].filter((each) => !['HEAD', 'BODY'].includes(each.tagName)) as HTMLElement[];
  return {
    window,
    host,
    lost,
    added,
    later: (ms: number) => {
      now += ms;
    },
  };
}

const tick = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('the host in the page', () => {
  beforeEach(() => {
    for (const each of [...document.documentElement.children])
      if (!['HEAD', 'BODY'].includes(each.tagName)) each.remove();
    document.body.replaceChildren();
  });

  test('one element with a random name, a closed shadow, nothing but a style', () => {
    const names = new Set<string>();
    for (let i = 0; i < 5; i++) {
      const { host, added } = page();
      expect(added()).toHaveLength(0);
      host.show('T');
      expect(host.framed).toBe(true);
      const [element] = added();
      expect(added()).toHaveLength(1);
      expect(element?.shadowRoot).toBeNull();
      expect(element?.childNodes).toHaveLength(0);
      expect(element?.getAttributeNames()).toEqual(['style']);
      names.add(element?.localName ?? '');
      host.hide();
      expect(added()).toHaveLength(0);
      expect(host.framed).toBe(false);
    }
    expect(names.size).toBe(5);
  });

  test('a new token takes the place of the old frame', () => {
    const { host, added } = page();
    host.show('T1');
    host.show('T2');
    expect(added()).toHaveLength(1);
  });

  test('is put right when the page changes it', async () => {
    const { host, added, lost } = page();
    host.show('T');
    const element = added()[0] as HTMLElement;
    const style = element.getAttribute('style');
    element.style.setProperty('opacity', '0', 'important');
    await tick();
    expect(element.getAttribute('style')).toBe(style);
    element.setAttribute('hidden', '');
    element.append('text');
    await tick();
    expect(element.getAttributeNames()).toEqual(['style']);
    expect(element.childNodes).toHaveLength(0);
    expect(lost).toEqual([]);
  });

  test('closes for good when the page goes on, and the user moving it is not the page', async () => {
    const { host, added, lost } = page();
    host.show('T');
    for (let i = 0; i < 10; i++) host.move({ collapsed: i % 2 === 0, top: 100 + i, side: 'left' });
    await tick();
    expect(added()).toHaveLength(1);
    for (let i = 0; i < 5; i++) {
      added()[0]?.style.setProperty('top', '-900px');
      await tick();
    }
    expect(lost).toEqual([true]);
    expect(added()).toHaveLength(0);
    host.show('T2');
    expect(added()).toHaveLength(0);
  });

  test('a few changes over a long time are forgiven', async () => {
    const { host, added, lost, later } = page();
    host.show('T');
    for (let i = 0; i < 12; i++) {
      added()[0]?.style.setProperty('top', '-900px');
      await tick();
      later(30_000);
    }
    expect(lost).toEqual([]);
  });

  test('taken away or moved into the page, it is lost and says so', async () => {
    const { host, added, lost } = page();
    host.show('T');
    added()[0]?.remove();
    await tick();
    expect(lost).toEqual([false]);
    expect(host.framed).toBe(false);
    host.show('T2');
    document.body.append(added()[0] as HTMLElement);
    await tick();
    expect(lost).toEqual([false, false]);
    expect(document.body.children).toHaveLength(0);
  });
});
