/** What somebody has written, a line a paragraph; empty lines are none. It is Swedish whatever language the page is in. */
export function Paragraphs({ text, large = false }: { readonly text: string; readonly large?: boolean }) {
  return (
    <div className="stack-tight measure" lang="sv">
      {paragraphsOf(text).map((line, place) => (
        <p key={`${place} ${line.slice(0, 20)}`} {...(large ? { className: "large-word" } : {})}>
          {line}
        </p>
      ))}
    </div>
  );
}

export const paragraphsOf = (text: string): readonly string[] => text.split(/\n+/).filter((line) => line.trim() !== "");
