/**
 * The upper half of code page 720, in which Arabic programs of DOS write (Microsoft, "OEM 720"). WHATWG's table of
 * encodings does not contain it.
 */
export const DOS_720 =
  '\ufffd\ufffdéâ\ufffdà\ufffdçêëèïî\ufffd\ufffd\ufffd\ufffdّْô¤ـûùءآأؤ£إئا' +
  'بةتثجحخدذرزسشص«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
  '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀' +
  'ضطظعغفµقكلمنهوىي≡ًٌٍَُِ≈°∙·√ⁿ²■\u00a0';
