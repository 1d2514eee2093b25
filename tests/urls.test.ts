import { afterEach, describe, expect, test, vi } from 'vitest';
import { absoluteUrl, bureauUrl, homeUrl, itemUrl, jsonUrl, meetingUrl } from '../src/urls.ts';

describe('the addresses', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test('are made of ids alone', () => {
    expect(meetingUrl('2022/013')).toBe('/minutes/2022/013/');
    expect(itemUrl('2022/013', 'item-3-2')).toBe('/minutes/2022/013/#item-3-2');
    expect(jsonUrl('2022/013')).toBe('/minutes/2022/013/minutes.json');
    expect(bureauUrl('yjj')).toBe('/bureaus/yjj/');
  });

  test.for(['gov/jiyao', '/gov/jiyao', '/gov/jiyao/', '//gov/jiyao//'])(
    'stand below BASE_PATH %s',
    (base) => {
      vi.stubEnv('BASE_PATH', base);
      expect(homeUrl()).toBe('/gov/jiyao/');
      expect(meetingUrl('2022/013')).toBe('/gov/jiyao/minutes/2022/013/');
    },
  );

  test('have the host of SITE_URL, else the domain of the site', () => {
    expect(absoluteUrl('/a/', 'www.example.invalid')).toBe('https://www.example.invalid/a/');
    vi.stubEnv('SITE_URL', 'http://localhost:4321');
    expect(absoluteUrl('/a/', 'www.example.invalid')).toBe('http://localhost:4321/a/');
  });
});
