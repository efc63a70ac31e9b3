/** Two legs approach while it loads. Says what, and how long it usually takes. */
export function Loading({ text, note }: { text: string; note?: string | undefined }) {
  return (
    <div className="loading" role="status">
      <svg viewBox="0 0 48 48" aria-hidden="true">
        <path className="loading-left" d="M2 45 19.4 15.6 24.6 24.4 12.4 45Z" fill="currentColor" />
        <path className="loading-right" d="M46 45 28.6 15.6 23.4 24.4 35.6 45Z" fill="currentColor" />
        <path d="M24 2.5 31.6 15.3 24 28.1 16.4 15.3Z" fill="none" stroke="currentColor" strokeWidth="2.4" />
      </svg>
      <div>
        <p className="strong">{text}</p>
        {note !== undefined && <p>{note}</p>}
      </div>
    </div>
  );
}
