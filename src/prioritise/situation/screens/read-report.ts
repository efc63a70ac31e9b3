import type { OutputOf } from "../../../ground/endpoint.ts";
import type { ScreenProps } from "../../../ui/screen.ts";
import type { openSituationReport } from "../api.ts";

export type ReadReport = OutputOf<typeof openSituationReport>;
export type ReadChapter = ReadReport["chapters"][number];
export type ReadPiece = ReadChapter["pieces"][number];

export type ReportProps = ScreenProps & { readonly report: ReadReport };

/** What stands in a chapter in a voice. */
export function standing(
  { pieces }: ReadChapter,
  voice: ReadPiece["voice"],
  organisationId: string | null = null,
): ReadPiece | undefined {
  return pieces.find((piece) => piece.voice === voice && piece.organisationId === organisationId);
}

/** Whether the one who looks leads the work here: notes what a body has decided, and tells it. */
export function leads({ person }: ScreenProps): boolean {
  return person.grants.some(({ role }) => role === "coordinator" || role === "liaison");
}
