/** What was written, with its paragraphs. It is Swedish whatever language the page is in. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <div className="stack-tight measure" lang="sv">
      {text.split(/\n+/).map((paragraph, place) => (
        <p key={`${place} ${paragraph.slice(0, 20)}`}>{paragraph}</p>
      ))}
    </div>
  );
}
