import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { say, type Lang } from "../ground/words.ts";
import { Icon } from "./icon.tsx";
import { words } from "./words.ts";

/** A question that must be answered before going on. Holds the focus, closes on Escape, gives the focus back. */
export function Dialog(props: {
  lang: Lang;
  heading: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
  /** The buttons, the safest last in reading order. */
  actions?: ReactNode;
}) {
  return (
    <ModalOverlay
      className="dialog-ground"
      isOpen={props.open}
      isDismissable
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
    >
      <Modal className="dialog-place">
        <AriaDialog className="dialog">
          <div className="dialog-head">
            <Heading slot="title" level={2}>
              {props.heading}
            </Heading>
            <button
              type="button"
              className="dialog-close"
              aria-label={say(words.close, props.lang)}
              onClick={props.onClose}
            >
              <Icon name="cross" />
            </button>
          </div>
          <div className="dialog-body">{props.children}</div>
          {props.actions !== undefined && <div className="row dialog-actions">{props.actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
