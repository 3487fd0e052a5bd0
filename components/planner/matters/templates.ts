/** The common kinds of large request, in the order in which they are offered. */
export const matterKinds = ['work', 'school', 'doctor', 'supplier', 'permission', 'funding', 'moving'] as const;
export type MatterKind = (typeof matterKinds)[number];

/** Whose a step of a template is: the user's own smallest part, the user's, the owner's, or somebody's still to be found. */
export type TemplateHand = 'small' | 'me' | 'owner' | 'find';

/** The hands of each kind's steps, in order; the catalogues hold their words in the same order. */
export const templateHands: Readonly<Record<MatterKind, readonly TemplateHand[]>> = {
  work: ['small', 'me', 'find', 'find', 'owner', 'small'],
  school: ['small', 'me', 'find', 'owner', 'me', 'small'],
  doctor: ['small', 'me', 'find', 'owner', 'find', 'small'],
  supplier: ['small', 'me', 'find', 'find', 'owner', 'small'],
  permission: ['small', 'small', 'find', 'owner', 'me', 'small'],
  funding: ['small', 'me', 'find', 'owner', 'me', 'small'],
  moving: ['small', 'find', 'me', 'find', 'owner', 'small'],
};
