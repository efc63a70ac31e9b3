/** What a passage says besides its sentence: how much, where, when, who. Nothing where the sentence is all. */
export function InFull({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <ul className="small measure" lang="sv">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
