import { FileField } from "../../ui/file-field.tsx";
import type { Spoken } from "../open-form.ts";
import { openForm } from "../open-form-words.ts";
import { told } from "./public-page.tsx";

/** «Vill du lägga till en bild?» on an open form, and who sees it: of an answer all who read it when it is kept, else nobody but its readers. A page that comes back cannot keep the file: it is asked for once more. */
export function PhotoChoice({ sees, again, lang }: { sees: "others-later" | "readers"; again: boolean; lang: Spoken }) {
  return (
    <FileField
      label={told(openForm.photo, lang)}
      guide={told(openForm[sees === "readers" ? "photoGuideReaders" : "photoGuide"], lang)}
      error={again ? told(openForm.photoAgain, lang) : undefined}
      name="photo"
      accept="image/jpeg,image/png,image/webp"
    />
  );
}
