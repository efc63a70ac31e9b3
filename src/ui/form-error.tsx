import { StatusDiamond } from "./status.tsx";

/** What is wrong and the way out, under the control it belongs to. */
export function FormError({ id, text }: { id?: string | undefined; text: string }) {
  return (
    <p className="form-error" id={id}>
      <StatusDiamond kind="missed" />
      <span>{text}</span>
    </p>
  );
}
