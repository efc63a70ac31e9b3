import { useState } from "react";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useFaults } from "./draft-faults.ts";

type Asked = { id: string; label: string; guide?: string | undefined };

/** One text of the draft with what is wrong in it under it; several lines where it is told how many. */
export function Line({
  rows,
  value = "",
  ...field
}: Asked & { value: string | undefined; onChange: (text: string) => void; rows?: number }) {
  const error = useFaults()(field.id);
  if (rows === undefined) return <TextField {...field} value={value} error={error} />;
  return <TextArea {...field} value={value} error={error} rows={rows} />;
}

/** A list written as text: one a line, or with commas between. The text stands as it is typed as long as it says what the list holds. */
export function ListField({
  values,
  between,
  onChange,
  ...field
}: Asked & { values: readonly string[]; between: "\n" | ", "; onChange: (values: string[]) => void }) {
  const [typed, setTyped] = useState(values.join(between));
  const read = (text: string) =>
    text
      .split(between.trim() === "" ? "\n" : ",")
      .map((value) => value.trim().replaceAll(/\s+/g, " "))
      .filter((value) => value !== "");
  // What was put in the list elsewhere, by a press or by another who writes, stands here too.
  const isSame = read(typed).join("\n") === values.map((value) => value.trim().replaceAll(/\s+/g, " ")).join("\n");
  const shown = {
    ...field,
    error: useFaults()(field.id),
    value: isSame ? typed : values.join(between),
    onChange: (text: string) => {
      setTyped(text);
      onChange(read(text));
    },
  };
  return between === "\n" ? <TextArea {...shown} rows={3} /> : <TextField {...shown} />;
}
