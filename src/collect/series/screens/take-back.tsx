import { useState } from "react";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { FormError } from "../../../ui/form-error.tsx";
import { undoSeriesReading } from "../api.ts";
import { words } from "./words.ts";

/** Takes a whole reading back; says why where it cannot be done. */
export function TakeBack(props: {
  reading: { readonly id: string; readonly fileName: string };
  partnership: string;
  lang: Lang;
  onDone?: (undone: { values: number; series: number }) => void;
}) {
  const { reading, partnership, lang, onDone } = props;
  const undo = useCommand(undoSeriesReading);
  const [refusal, setRefusal] = useState<string>();
  const takeBack = async () => {
    const result = await undo.run({ partnership, id: reading.id });
    if (!result.ok) return setRefusal(result.refusal.sentence);
    onDone?.(result.value);
  };
  return (
    <>
      <Button
        small
        onPress={() => void takeBack()}
        busy={undo.busy}
        label={say(words.takeBackOf, lang, { file: reading.fileName })}
      >
        {say(words.takeBack, lang)}
      </Button>
      {refusal !== undefined && <FormError text={refusal} />}
    </>
  );
}
