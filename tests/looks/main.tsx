import { createRoot } from 'react-dom/client';
import { Panel } from '../../components/panel/panel.tsx';
import { now, views } from './briefs.ts';
import { clientShowing } from './client.ts';

/** Draws the screen named in the address: `?look=rich&language=zh-CN&theme=dark`. */
const asked = new URLSearchParams(location.search);
const view = views[asked.get('look') ?? 'rich'] ?? null;
const language = (asked.get('language') ?? 'en') as 'en' | 'zh-CN';
const theme = (asked.get('theme') ?? 'light') as 'light' | 'dark';
const { client, acts } = clientShowing(view === null ? null : { ...view, language, theme });
const root = document.getElementById('root');
if (root === null) throw new Error('No #root.');
Object.assign(globalThis, { acts });
if (view === null) document.documentElement.dataset.theme = theme;
createRoot(root).render(<Panel client={client} where="frame" preferred={[language]} now={() => now} />);
