// Names of places as they are compared: small letters without marks, and the short forms of saints and mountains written out.
// PlaceName.Fold in src/Web/Places does the same; a test compares the two over the whole gazetteer.
const letters = { ø: "o", æ: "ae", œ: "oe", ß: "ss", đ: "d", ð: "d", ł: "l", ı: "i", ə: "e", þ: "th", ħ: "h", ŋ: "n" };
const short = { st: "saint", ste: "sainte", mt: "mount", ft: "fort" };

export const foldPlace = name => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/['’‘`ʻʼ]/g, "")
  .replace(/[^a-z0-9]/g, letter => letters[letter] ?? " ")
  .split(" ").filter(Boolean).map(word => short[word] ?? word).join(" ");

/** Which letters a folded name has, and which it has twice: two halves of the number that PlaceName.LettersOf makes. */
export function lettersOf(folded) {
  let [once, twice] = [0, 0];
  for (let at = 0; at < folded.length; at++) {
    const letter = folded.charCodeAt(at) - 97;
    const bit = 1 << (letter >= 0 && letter < 26 ? letter : 26);
    if (once & bit) twice |= bit;
    else once |= bit;
  }
  return [once, twice];
}
