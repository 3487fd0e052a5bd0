/** The mark: a seal with two strokes that lean on each other, 人. Decoration; the words beside it name the program. */
export function Seal({ size = '1.25rem' }: { size?: string }) {
  return (
    <svg className="seal" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect x="1.5" y="1.5" width="29" height="29" rx="5" fill="var(--seal-mark)" />
      <path
        d="M15.6 6.5c.1 8.2-2.6 14-8.6 18.6M15.9 13.4c1.6 5.4 4.5 9.2 9.1 11.7"
        fill="none"
        stroke="var(--seal-stroke)"
        strokeWidth="3.2"
        strokeLinecap="round"
      />
    </svg>
  );
}
