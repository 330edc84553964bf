// The finest cells of the division of the world that Cell.cs makes, in the order in which Residents.cs reads them: bits of
// column and row by turns (Morton 1966), so whatever lies in one cell of any level stands together. A test compares.
const finest = 13;

export function finestCell(latitude, longitude) {
  const side = 180 / (1 << finest);
  const row = clamp(Math.floor((latitude + 90) / side), (1 << finest) - 1);
  const column = clamp(Math.floor((longitude + 180) / side), (2 << finest) - 1);
  let code = 0;
  for (let bit = finest; bit >= 0; bit--) {
    code = code << 1 | column >> bit & 1;
    if (bit > 0) code = code << 1 | row >> bit - 1 & 1;
  }
  return code;
}

const clamp = (value, most) => Math.min(Math.max(value, 0), most);
