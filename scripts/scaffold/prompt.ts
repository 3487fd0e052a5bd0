import { after, before, camel, type Scaffold } from './edit.ts';

const file = (name: string): string => `import { aside, asPromptPerson, type Kind } from './candidate.ts';
import { promptKey } from './prompt-key.ts';
import { weights } from './weights.ts';

/** Say what is done with whom, and when: here, with everybody whom the user tagged "${name}". */
export const ${camel(name)}: Kind = (view) =>
  view.present
    .filter(({ person }) => person.tags.includes('${name}'))
    .map(({ person }) => ({
      worth: weights.${camel(name)},
      prompt: {
        key: promptKey.${camel(name)}(person.id),
        kind: '${name}',
        person: asPromptPerson(person),
        other: null,
        subject: null,
        because: [{ code: '${name}-tagged', params: { topic: '${name}' }, from: { table: 'people', id: person.id } }],
        setting: aside(view),
      },
    }));
`;

const unitTest = (name: string): string => `import { expect, test } from 'vitest';
import { promptsFor } from '../../../prompts/engine.ts';
import { promptKey } from '../../../prompts/prompt-key.ts';
import { ${camel(name)} } from '../../../prompts/${name}.ts';
import { viewOf } from '../../../prompts/view.ts';
import { decision, knowledge, now, occasion, person } from './make.ts';

const ana = person('ana', { tags: ['${name}'] });
const bo = person('bo');

test('prompts about whom it should and about nobody else, with its reason and where that is written', () => {
  const [candidate, ...more] = ${camel(name)}(viewOf(occasion(['ana', 'bo']), knowledge({ people: [ana, bo] }), now));
  expect(more).toEqual([]);
  expect(candidate?.prompt).toMatchObject({
    kind: '${name}',
    person: { id: 'ana' },
    because: [{ code: '${name}-tagged', from: { table: 'people', id: 'ana' } }],
  });
});

test('decided once and for all, it does not come back', () => {
  const key = promptKey.${camel(name)}('ana');
  const keys = (decisions: ReturnType<typeof decision>[]) =>
    promptsFor(occasion(['ana']), knowledge({ people: [ana], decisions }), now).map((prompt) => prompt.key);
  expect(keys([])).toContain(key);
  expect(keys([decision(key, 'never')])).not.toContain(key);
});
`;

/** Everything a new kind of prompt begins with: its file, its row and key, its worth, its words in both languages, its deed and its test. */
export function promptScaffold(name: string): Scaffold {
  const own = camel(name);
  const quoted = /-/.test(name) ? `'${name}'` : name;
  return {
    files: {
      [`prompts/${name}.ts`]: file(name),
      [`tests/unit/prompts/${name}.test.ts`]: unitTest(name),
    },
    edits: {
      'records/prompt.ts': (text) =>
        before(
          after(text, "  'review',\n", `  '${name}',\n`),
          '  // any kind\n',
          `  // ${name}\n  '${name}-tagged', // topic\n`,
        ),
      'records/habit.ts': (text) => after(text, "  'review',\n", `  '${name}',\n`),
      'locales/en/settings.ts': (text) =>
        before(text, "    review: 'A review afterwards',", `    ${quoted}: '${name}',\n`),
      'locales/zh-CN/settings.ts': (text) =>
        before(text.slice(text.indexOf("'answer-mine'")), '    review: ', `    ${quoted}: '${name}',\n`).replace(
          /^/,
          text.slice(0, text.indexOf("'answer-mine'")).replaceAll('$', '$$$$'),
        ),
      'prompts/engine.ts': (text) =>
        before(
          after(text, '  review,\n', `  ${quoted}${quoted === own ? '' : `: ${own}`},\n`),
          "import { type View, viewOf } from './view.ts';",
          `import { ${own} } from './${name}.ts';\n`,
        ),
      'prompts/prompt-key.ts': (text) =>
        before(text, '  review: (occasionId', `  ${own}: (personId: string): string => join('${name}', personId),\n`),
      'prompts/weights.ts': (text) =>
        before(
          text,
          '  // review\n',
          `  // ${name}\n  /** Say where it comes from: rule, lesson, tuned or chosen. */\n  ${own}: 3,\n\n`,
        ),
      'components/panel/deed.ts': (text) =>
        before(
          text,
          "  review: (prompt, brief) => ({\n    label: 'review',",
          `  ${quoted}: (prompt) => ({
    label: 'open',
    does: { route: prompt.person.id === null ? '#/people' : \`#/people/\${encodeURIComponent(prompt.person.id)}\` },
  }),
`,
        ),
      'scripts/world.ts': (text) =>
        before(text, "    case 'review': {", `    case '${name}':\n      return [promptKey.${own}(person)];\n`),
      'tests/unit/prompts/engine.test.ts': (text) =>
        after(
          after(text, 'expect(kinds).toEqual({', ` ${quoted}${quoted === own ? '' : `: ${own}`},`),
          "import { review } from '../../../prompts/review.ts';\n",
          `import { ${own} } from '../../../prompts/${name}.ts';\n`,
        ),
      'locales/en/common.ts': (text) => before(text, "    review: 'Review',", `    ${quoted}: '${name}',\n`),
      'locales/zh-CN/common.ts': (text) => before(text, "    review: '", `    ${quoted}: '${name}',\n`),
      'locales/en/panel.ts': (text) =>
        before(
          text,
          '    review: (p: { who: string }) =>',
          `    ${quoted}: (p: { who: string }) => \`Think of \${isolate(p.who)}\`,\n`,
        ),
      'locales/zh-CN/panel.ts': (text) =>
        before(text, '    review: (p) =>', `    ${quoted}: (p) => \`想到\${isolate(p.who)}\`,\n`),
      'locales/en/reasons.ts': (text) =>
        before(
          text,
          "  'once-cooperated':",
          `  '${name}-tagged': (p: ReasonWords) => \`You tagged \${p.who} “\${p.topic}”.\`,\n`,
        ),
      'locales/zh-CN/reasons.ts': (text) =>
        before(text, "  'once-cooperated':", `  '${name}-tagged': (p) => \`您给\${p.who}加了标签“\${p.topic}”。\`,\n`),
    },
  };
}
