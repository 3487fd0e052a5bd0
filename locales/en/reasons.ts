/**
 * What fills a reason's sentence, ready to stand in it: names and quotations isolated, times in words, empty where the
 * reason does not give it.
 */
export interface ReasonWords {
  who: string;
  tip: string;
  need: string;
  topic: string;
  at: string;
  setting: string;
  needer: string;
  offerer: string;
  offer: string;
  state: string;
  name: string;
  matter: string;
  step: string;
  about: string;
  organisation: string;
  other: string;
  taken: string;
  refused: string;
  ledTo: string;
}

/** One sentence for each reason that a prompt can give (`records/prompt.ts`). */
export const reasons = {
  'tip-meets-need': (p: ReasonWords) => `It answers what ${p.who} is looking for: “${p.need}”.`,
  'tip-meets-topic': (p: ReasonWords) => `It touches a subject of ${p.who}’s: ${p.topic}.`,
  'tip-exclusive': (_: ReasonWords) => 'You meant it for one person, and nobody has had it yet.',
  'tip-named': (p: ReasonWords) => `You named ${p.who} among the few who may know.`,
  'tip-ends': (p: ReasonWords) => `It keeps its worth until ${p.at}.`,
  'share-planned': (p: ReasonWords) =>
    p.at === '' ? `You planned to give it: ${p.setting}.` : `You planned to give it ${p.at}: ${p.setting}.`,
  'need-meets-offer': (p: ReasonWords) =>
    `${p.needer} is looking for “${p.need}”, and ${p.offerer} can offer “${p.offer}”.`,
  'introduction-open': (p: ReasonWords) => `You have begun this introduction: ${p.state}.`,
  'other-absent': (p: ReasonWords) => `${p.name} is not here, so you can ask each of them alone.`,
  'step-mine': (p: ReasonWords) => `In “${p.matter}”, this step is yours: “${p.step}”.`,
  'step-they-could': (p: ReasonWords) =>
    p.offer === ''
      ? `In “${p.matter}”, one step could move with ${p.who}: “${p.step}”.`
      : `In “${p.matter}”, ${p.who} could help with “${p.step}”, having offered “${p.offer}”.`,
  'step-due': (p: ReasonWords) => `It is due ${p.at}.`,
  'new-face': (p: ReasonWords) => `You have not kept ${p.who} yet; the next meeting is easier with a line on record.`,
  'leads-occasion': (p: ReasonWords) => `${p.who} brought this occasion about.`,
  'shares-name': (p: ReasonWords) => `Somebody of that name is in your records: ${p.name}. It may be the same person.`,
  'last-contact': (p: ReasonWords) => `Your last contact was ${p.at}.`,
  'tagged-potential': (p: ReasonWords) => `You tagged ${p.who} a potential connection ${p.at}.`,
  'could-do-what-i-need': (p: ReasonWords) => `You are looking for “${p.need}”, and ${p.who} can offer “${p.offer}”.`,
  'i-owe-answer': (p: ReasonWords) => `${p.who} asked you about “${p.about}” ${p.at}, and still waits for your answer.`,
  'they-owe-answer': (p: ReasonWords) => `You asked ${p.who} about “${p.about}” ${p.at}; there is no answer yet.`,
  'introduction-result': (p: ReasonWords) =>
    `You introduced ${p.who} and ${p.other} ${p.at}; what came of it is not written down.`,
  'occasion-over': (p: ReasonWords) => `It ended ${p.at}, and is still fresh.`,
  'once-cooperated': (p: ReasonWords) => `You two have worked together before: “${p.about}”, ${p.at}.`,
  'another-circle': (p: ReasonWords) =>
    `${p.who} hears things that you do not: ${p.organisation} is a circle of its own.`,
  'seldom-seen': (p: ReasonWords) => `You seldom meet; the last time was ${p.at}. Such ties carry the most news.`,
  'you-take-up': (p: ReasonWords) =>
    `Prompts of this kind serve you well: taken up ${p.taken}, refused ${p.refused}, led to cooperation ${p.ledTo}.`,
  'you-set-aside': (p: ReasonWords) =>
    `It stands lower, as you rarely make use of this kind: taken up ${p.taken}, refused ${p.refused}, led to cooperation ${p.ledTo}.`,
};
