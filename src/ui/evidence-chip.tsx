import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import { KindShape, type KnowledgeKind } from "./kind.tsx";

/** Shape, what, when; leads to the frozen source. Dashed when older than its shelf life, and then the words say so. */
export function EvidenceChip(props: {
  kind: KnowledgeKind;
  href?: string | undefined;
  old?: boolean | undefined;
  children: ReactNode;
}) {
  const name = classes("evidence-chip", `kind-${props.kind}`, props.old && "evidence-chip-old");
  const inside = (
    <>
      <KindShape kind={props.kind} />
      <span>{props.children}</span>
    </>
  );
  if (props.href === undefined) return <span className={name}>{inside}</span>;
  return (
    <a className={name} href={props.href}>
      {inside}
    </a>
  );
}
