/** The reflected polynomial, as two halves: JavaScript's bit operations hold 32 bits. */
const POLYNOMIAL_HIGH = 0x9a6c9329;
const POLYNOMIAL_LOW = 0xac4bc9b5;

const high = new Int32Array(256);
const low = new Int32Array(256);
for (let byte = 0; byte < 256; byte += 1) {
  let upper = 0;
  let lower = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    const carry = lower & 1;
    lower = (lower >>> 1) | (upper << 31);
    upper >>>= 1;
    if (carry) {
      upper ^= POLYNOMIAL_HIGH;
      lower ^= POLYNOMIAL_LOW;
    }
  }
  high[byte] = upper;
  low[byte] = lower;
}

/**
 * CRC-64/NVME, which S3 takes for whole objects by default.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html
 */
export class Crc64Nvme {
  #upper = -1;
  #lower = -1;

  update(bytes: Buffer): void {
    let upper = this.#upper;
    let lower = this.#lower;
    for (let index = 0; index < bytes.length; index += 1) {
      const at = (lower ^ (bytes[index] as number)) & 0xff;
      lower = ((lower >>> 8) | (upper << 24)) ^ (low[at] as number);
      upper = (upper >>> 8) ^ (high[at] as number);
    }
    this.#upper = upper;
    this.#lower = lower;
  }

  digest(): Buffer {
    const digest = Buffer.alloc(8);
    digest.writeUInt32BE(~this.#upper >>> 0, 0);
    digest.writeUInt32BE(~this.#lower >>> 0, 4);
    return digest;
  }
}
