/** Names of the two kinds of port: from a content script, and from a page of ours that shows an occasion. */
export const portNames = { page: 'page', panel: 'panel' } as const;
