import { describe, expect, it } from 'vitest';
import { parseQueryParameters } from '../../src/http/query-parameters.ts';

const parse = (form: string) => parseQueryParameters(new URLSearchParams(form));

describe('parseQueryParameters', () => {
  it('reads maps, lists and nested members', () => {
    expect(
      parse('Name=t&Attributes.entry.1.key=K&Attributes.entry.1.value=V&Tags.member.2.Key=b&Tags.member.1.Key=a'),
    ).toEqual({ Name: 't', Attributes: { K: 'V' }, Tags: [{ Key: 'a' }, { Key: 'b' }] });
  });

  it('reads flattened lists and message attributes', () => {
    expect(
      parse('AttributeName.1=All&MessageAttributes.entry.1.Name=n&MessageAttributes.entry.1.Value.DataType=String'),
    ).toEqual({ AttributeName: ['All'], MessageAttributes: { n: { DataType: 'String' } } });
  });
});
