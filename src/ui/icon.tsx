const paths = {
  arrow: "M4 10h11M11 5.5 15.5 10 11 14.5",
  "arrow-back": "M16 10H5M9 5.5 4.5 10 9 14.5",
  check: "M4 10.5 8.3 15 16 6",
  cross: "M5 5 15 15M15 5 5 15",
  plus: "M10 4v12M4 10h12",
  minus: "M4 10h12",
  down: "M5 8l5 5 5-5",
  lock: "M4.5 9h11v8h-11zM7 9V6.5a3 3 0 0 1 6 0V9",
  camera: "M2.5 6h3.6l1.4-2h5l1.4 2h3.6v10.5h-15zM10 8.2a3 3 0 1 0 0 6 3 3 0 0 0 0-6",
  calendar: "M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.500M13 3v3.500",
  clock: "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 6v4.500l3 2",
  document: "M5 2.500h6.500L15 6v11.500H5zM11.500 2.500V6H15M7.500 10h5M7.500 13.200h5",
  place: "M10 17.5 4.5 10 10 2.5 15.5 10Z",
  map: "M3 5.5 7.5 3.5 12.5 5.5 17 3.5V14.5L12.5 16.5 7.5 14.5 3 16.5ZM7.5 3.5v11M12.5 5.5v11",
  table: "M3 4h14v12H3zM3 8.5h14M3 12.2h14M8 4v12",
  list: "M3 5.500h1M7 5.500h10M3 10h1M7 10h10M3 14.500h1M7 14.500h10",
  chart: "M3 16.500h14M5.500 13V9M10 13V4.500M14.500 13V7",
  eye: "M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zM10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4",
  "no-coverage": "M3 3l14 14M6.2 8.2A4 4 0 0 0 6.5 16H15M9 5.4A5 5 0 0 1 14.8 10a3 3 0 0 1 2 4.6",
  print: "M6 7.500V3h8v4.500M6 14H3.500V7.500h13V14H14M6 11.500h8V17H6z",
} as const;

export type IconName = keyof typeof paths;

/** 20 px grid, square-cut strokes. Always beside a word, except zoom, camera and close, which carry a name. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg viewBox="0 0 20 20" className="icon" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
