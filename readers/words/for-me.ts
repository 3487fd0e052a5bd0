/**
 * What sites put in the place of the user's own name, in the languages most used: an optional second reading, where a
 * page shows the user's address under such a word and the account nowhere else.
 */
const forMe =
  /^(?:me|you|myself|我|自己|自分|나|moi|ich|mich|mir|yo|mí|mim|eu|io|ik|mij|mig|meg|jag|jeg|ja|mnie|я|мне|ben|bana|أنا|إلي)$/iu;

/** Whether a name is one of the words that sites use for the user. */
export const isWordForMe = (name: string): boolean => forMe.test(name);
