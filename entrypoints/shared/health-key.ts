/** Where `storage.local` keeps what readings came to: counts by site and week. */
export const healthKey = 'reading-health';
