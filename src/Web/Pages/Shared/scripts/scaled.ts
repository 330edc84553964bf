/** The picture at most this wide or high, upright; the file itself when it is small already or the browser cannot read it. */
export async function scaled(file: File, side: number): Promise<Blob> {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
    if (scale === 1) return file;
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext("2d")!.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return await new Promise(done => canvas.toBlob(blob => done(blob ?? file), file.type === "image/png" ? "image/png" : "image/jpeg", 0.85));
  } catch {
    return file;
  }
}
