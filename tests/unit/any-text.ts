import fc from 'fast-check';

const unit = fc.oneof(
  fc.integer({ min: 0, max: 0x7f }),
  fc.integer({ min: 0x80, max: 0xffff }),
  fc.constantFrom(0x200b, 0x202e, 0xfeff, 0x4e00, 0x674e, 0xe9, 0x301),
);

/** Any text of UTF-16 code units: half of it ASCII, with controls, marks, hanzi and halves of surrogate pairs. */
export const anyText = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(unit, { maxLength }).map((codes) => String.fromCharCode(...codes));
