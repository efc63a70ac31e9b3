// Weighted sums along a grid's lines: the inner loops of smoothing. The TypeScript twin is engine/concentrated/gaussian-smoothing.ts, which says what each function means.
// Two sums run side by side, of even and of odd places, as in the twin: both round alike.

// @ts-ignore: decorator
@inline
function dot(values: usize, weights: usize, count: i32): f64 {
  let sum = f64x2.splat(0);
  let k: i32 = 0;
  for (; k + 3 < count; k += 4) {
    const at = (<usize>k) << 3;
    sum = f64x2.add(sum, f64x2.mul(v128.load(values + at), v128.load(weights + at)));
    sum = f64x2.add(sum, f64x2.mul(v128.load(values + at, 16), v128.load(weights + at, 16)));
  }
  if (k + 1 < count) {
    const at = (<usize>k) << 3;
    sum = f64x2.add(sum, f64x2.mul(v128.load(values + at), v128.load(weights + at)));
    k += 2;
  }
  let even = f64x2.extract_lane(sum, 0);
  if (k < count) even += load<f64>(values + ((<usize>k) << 3)) * load<f64>(weights + ((<usize>k) << 3));
  return even + f64x2.extract_lane(sum, 1);
}

export function gather(
  values: usize,
  length: i32,
  begin: i32,
  end: i32,
  known: i32,
  step: i32,
  offset: i32,
  inward: usize,
  reach: i32,
  out: usize,
): void {
  let middle = offset;
  for (let one = 0; one < known; one++, middle += step) {
    const from = max(begin, middle - reach);
    const to = min(end, middle + reach + 1);
    const sum = to > from ? dot(values + ((<usize>from) << 3), inward + ((<usize>(from + reach - middle)) << 3), to - from) : 0;
    store<f64>(out + ((<usize>one) << 3), sum);
  }
}

export function spread(
  values: usize,
  known: i32,
  cells: i32,
  step: i32,
  from: i32,
  reach: i32,
  weights: usize,
  width: i32,
  out: usize,
): void {
  for (let cell = 0; cell < cells; cell++) {
    // The least whole number that is no less than (cell − reach − from) / step.
    const lead = cell - reach - from;
    let first = lead / step;
    if (first * step < lead) first++;
    const phase = first * step - lead;
    const begin = max(0, -first);
    const end = min(width, known - first);
    const sum =
      end > begin
        ? dot(values + ((<usize>(first + begin)) << 3), weights + ((<usize>(phase * width + begin)) << 3), end - begin)
        : 0;
    store<f64>(out + ((<usize>cell) << 3), sum);
  }
}
