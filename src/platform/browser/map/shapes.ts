// The map's few pictures, painted when the map starts: no files, no requests, and always in the theme's own colours.
import { HATCH, SHAPES, type Colours } from "./style.ts";

/** Pixels from stripe to stripe, along both edges. */
const HATCH_SIDE = 8;
/** Painted at twice the size, for sharp screens. */
const RATIO = 2;

export type Painted = { readonly name: string; readonly image: ImageData; readonly ratio: number };

export function paintShapes(colours: Colours): readonly Painted[] {
  return [
    painted(SHAPES.felt, 16, (pen) => {
      pen.beginPath();
      pen.arc(8, 8, 5.5, 0, 2 * Math.PI);
      fill(pen, colours["--kind-felt"], colours["--map-halo"]);
    }),
    painted(SHAPES.recorded, 16, (pen) => {
      pen.beginPath();
      pen.rect(3, 3, 10, 10);
      fill(pen, colours["--kind-recorded"], colours["--map-halo"]);
    }),
    painted(SHAPES.measured, 18, (pen) => {
      pen.beginPath();
      pen.moveTo(9, 2);
      pen.lineTo(16.5, 15.5);
      pen.lineTo(1.5, 15.5);
      pen.closePath();
      fill(pen, colours["--kind-measured"], colours["--map-halo"]);
    }),
    painted(HATCH, HATCH_SIDE, (pen) => {
      pen.fillStyle = colours["--unknown-fill"];
      pen.fillRect(0, 0, HATCH_SIDE, HATCH_SIDE);
      pen.strokeStyle = colours["--unknown-hatch"];
      pen.lineWidth = 1.3;
      // Beyond the corners too, so that the stripes meet where the picture is repeated.
      for (const from of [-HATCH_SIDE, 0, HATCH_SIDE]) {
        pen.moveTo(from - 1, HATCH_SIDE + 1);
        pen.lineTo(from + HATCH_SIDE + 1, -1);
      }
      pen.stroke();
    }),
    // Its foot stands in the middle, where the place is.
    painted(SHAPES.flag, 30, (pen) => {
      pen.beginPath();
      pen.moveTo(14, 15);
      pen.lineTo(14, 2);
      pen.lineTo(25, 5.5);
      pen.lineTo(15.5, 9);
      pen.lineTo(15.5, 15);
      pen.closePath();
      fill(pen, colours["--map-label"], colours["--map-halo"]);
    }),
  ];
}

function fill(pen: CanvasRenderingContext2D, colour: string, halo: string): void {
  pen.strokeStyle = halo;
  pen.lineWidth = 2;
  pen.stroke();
  pen.fillStyle = colour;
  pen.fill();
}

function painted(name: string, size: number, paint: (pen: CanvasRenderingContext2D) => void): Painted {
  const canvas = document.createElement("canvas");
  canvas.width = size * RATIO;
  canvas.height = size * RATIO;
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("This browser cannot paint");
  pen.scale(RATIO, RATIO);
  paint(pen);
  return { name, image: pen.getImageData(0, 0, canvas.width, canvas.height), ratio: RATIO };
}
