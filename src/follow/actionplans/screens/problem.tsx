import { useEffect, useRef, useState } from "react";
import type { Told } from "../../../platform/browser/client.ts";
import { Notice } from "../../../ui/notice.tsx";

/** What was refused of a long form: said at the field it is about, which the reader is led to, and else by the button. */
export function useProblem(fields: readonly string[]) {
  const [problem, setProblem] = useState<Pick<Told, "sentence" | "field">>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [problem]);
  const { sentence, field } = problem ?? {};
  const isAtField = field !== undefined && fields.includes(field);
  return {
    form,
    setProblem,
    errorAt: (name: string) => (isAtField && name === field ? sentence : undefined),
    notice: sentence === undefined || isAtField ? null : <Notice kind="error" level={3} heading={sentence} live />,
  };
}
