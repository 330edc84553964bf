// Names of places as they are compared: small letters without marks, and the short forms of saints and mountains written out.
// PlaceName.Fold in src/Web/Places does the same; a test compares the two over the whole gazetteer.
const letters = { ø: "o", æ: "ae", œ: "oe", ß: "ss", đ: "d", ð: "d", ł: "l", ı: "i", ə: "e", þ: "th", ħ: "h", ŋ: "n" };
const short = { st: "saint", ste: "sainte", mt: "mount", ft: "fort" };

export const foldPlace = name => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/['’‘`ʻʼ]/g, "")
  .replace(/[^a-z0-9]/g, letter => letters[letter] ?? " ")
  .split(" ").filter(Boolean).map(word => short[word] ?? word).join(" ");
