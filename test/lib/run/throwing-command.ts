/** A command that says what it was given, then fails. */
console.log(JSON.stringify(process.argv.slice(2)));

throw new Error('as it is meant to');
