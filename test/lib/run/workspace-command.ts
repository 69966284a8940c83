import { readPrintedDecimal } from 'printed-text/decimals';

console.log(JSON.stringify(readPrintedDecimal('1.234,56')));
