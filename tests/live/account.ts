/** The account on every live server. */
export const account = { user: 'mira', address: 'mira@sails.example', password: 'not-a-secret' };
