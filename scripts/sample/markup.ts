/** The language that a sample page's own words are in. */
export type PageLanguage = 'en' | 'zh-CN';

/** Text as it may stand in HTML, in an attribute too. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark);

/** One document with its style and script. `script` runs at the end of the body. */
export const documentOf = (page: {
  language: PageLanguage;
  title: string;
  style: string;
  body: string;
  script: string;
}): string => `<!doctype html>
<html lang="${page.language}">
<head><meta charset="utf-8"><title>${escapeHtml(page.title)}</title><link rel="icon" href="data:,">
<style>${page.style}</style></head>
<body>${page.body}<script>${page.script}</script></body>
</html>
`;

/** Initials in a coloured disc: what stands for a face. */
export function disc(name: string): string {
  const letters = /\p{Script=Han}/u.test(name) ? (/\p{Script=Han}/u.exec(name)?.[0] ?? '') : name.slice(0, 1);
  const hue = [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7);
  return `<span class="disc" aria-hidden="true" style="background:hsl(${hue} 42% 42%)">${escapeHtml(letters)}</span>`;
}

/** Style that inbox and calendar have in common. */
export const commonStyle = `
*{box-sizing:border-box}
html{font:14px/1.45 Roboto,Arial,"Noto Sans CJK SC",sans-serif;color:#1f1f1f;background:#f6f8fc}
body{margin:0;height:100vh;display:grid;grid-template:64px 1fr/232px 1fr;overflow:hidden}
button{font:inherit;color:inherit;background:none;border:0;cursor:pointer}
header{grid-column:1/3;display:flex;align-items:center;gap:16px;padding:0 20px}
header h1{font-size:20px;font-weight:400;color:#5f6368;margin:0;width:200px}
header input{flex:0 1 640px;height:44px;border:0;border-radius:22px;background:#e9eef6;padding:0 20px;font:inherit}
header .own{margin-left:auto;text-decoration:none}
nav{padding:8px 12px;overflow:hidden}
nav a{display:block;padding:7px 16px;border-radius:16px;color:inherit;text-decoration:none}
nav a.on{background:#d3e3fd;font-weight:600}
nav .new{display:block;background:#c2e7ff;border-radius:16px;padding:16px 22px;margin:0 0 14px;font-weight:500}
.disc{display:inline-grid;place-items:center;width:36px;height:36px;border-radius:50%;color:#fff;font-weight:500;flex:none}
`;
