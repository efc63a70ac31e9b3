import { Field, type FieldProps } from "./field.tsx";

/** Photos and files. `camera` opens the phone's camera at once. */
export function FileField(
  props: FieldProps & {
    /** Kinds that may be chosen: "image/*", ".csv". */
    accept?: string | undefined;
    many?: boolean | undefined;
    camera?: boolean | undefined;
    onChange?: ((files: readonly File[]) => void) | undefined;
  },
) {
  const { onChange } = props;
  return (
    <Field {...props}>
      {(control) => (
        <div className="file-field">
          <input
            {...control}
            type="file"
            accept={props.accept}
            multiple={props.many}
            capture={props.camera === true ? "environment" : undefined}
            onChange={onChange === undefined ? undefined : (event) => onChange([...(event.currentTarget.files ?? [])])}
          />
        </div>
      )}
    </Field>
  );
}
