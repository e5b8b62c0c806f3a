import { describe, expect, it } from 'vitest';
import { american, fold } from './fold.ts';
import { singular, stem } from './stem.ts';
import { documentTokens, wordsOf } from './tokenise.ts';
import { looseKey, writtenWords } from './knowledge.ts';
import { skeleton } from './shorthand.ts';

describe('the forms of a word', () => {
  it.each([
    ['fractures', 'fracture'],
    ['thromboses', 'thrombosis'],
    ['thrombotic', 'thrombosis'],
    ['metastases', 'metastasis'],
    ['vertebrae', 'vertebra'],
    ['bronchi', 'bronchus'],
    ['phalanges', 'phalanx'],
    ['diverticula', 'diverticulum'],
    ['carcinomata', 'carcinoma'],
    ['arthritides', 'arthritis'],
    ['arthritic', 'arthritis'],
    ['diabetic', 'diabetes'],
    ['anemic', 'anemia'],
    ['infected', 'infection'],
    ['hypertensive', 'hypertension'],
    ['asthmatic', 'asthma'],
    ['traumatic', 'trauma'],
    ['tuberculous', 'tuberculosis'],
    ['paralyzed', 'paralysis'],
    ['femoral', 'femur'],
    ['teeth', 'tooth'],
  ])('%s is %s', (form, word) => {
    expect(stem(form)).toBe(stem(word));
  });

  it.each([
    ['hepatic', 'hepatitis'],
    ['organic', 'organism'],
    ['secondary', 'second'],
    ['migraine', 'migrans'],
    ['diverticulitis', 'diverticulosis'],
  ])('%s is not %s', (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });

  it('leaves words that only look plural', () => {
    expect(['pus', 'tinnitus', 'arthritis', 'abscess', 'gas'].map(singular)).toEqual(['pus', 'tinnitus', 'arthritis', 'abscess', 'gas']);
  });
});

describe('British spelling', () => {
  it.each([
    ['haemorrhage', 'hemorrhage'],
    ['oesophagus', 'esophagus'],
    ['oedema', 'edema'],
    ['diarrhoea', 'diarrhea'],
    ['anaemia', 'anemia'],
    ['tumour', 'tumor'],
    ['goitre', 'goiter'],
    ['fibre', 'fiber'],
    ['paralysed', 'paralyzed'],
    ['foetus', 'fetus'],
  ])('%s becomes %s', (british, us) => {
    expect(american(british)).toBe(us);
  });

  it('keeps toes, hours and fours', () => {
    expect(['toe', 'toes', 'shoe', 'hour', 'four', 'your'].map(american)).toEqual(['toe', 'toes', 'shoe', 'hour', 'four', 'your']);
  });
});

describe('words of a text', () => {
  it('forgives case, accents, full width, invisible characters and possessives', () => {
    expect(wordsOf("Sjögren’s Ménière's ＴＹＰＥ\u200b２ x-ray Non-Pressure")).toEqual([
      'sjogren',
      'meniere',
      'type2',
      'xray',
      'nonpressure',
    ]);
  });

  it('folds lone surrogates and control characters to nothing', () => {
    expect(fold('\ud800a\u0000b').trim()).not.toMatch(/[^\x20-\x7e]/);
  });

  it('reads Roman numerals and ordinals', () => {
    expect(documentTokens('Type II, stage I, 2nd degree, IIIB').map((token) => token.word)).toEqual([
      'type',
      '2',
      'stage',
      '1',
      'second',
      'degree',
      '3b',
    ]);
  });

  it('marks what a title denies and what it leaves open', () => {
    const tokens = documentTokens('Asthma without complication, unspecified (allergic)');
    expect(tokens.map(({ term, exempt }) => [term, exempt])).toEqual([
      ['asthm', false],
      ['!complicat', true],
      ['unspecif', true],
      ['allerg', true],
    ]);
  });

  it('ends a denial with its clause', () => {
    const tokens = documentTokens('Wound without foreign body, left foot');
    expect(tokens.filter((token) => token.term.startsWith('!')).map((token) => token.word)).toEqual(['foreign', 'body']);
  });

  it('keeps shorthand with a stroke whole', () => {
    expect(writtenWords('h/o MI w/fever 10/10')).toEqual(['h/o', 'mi', 'w/', 'fever', '10', '10']);
  });

  it('gives terms in another order the same loose key', () => {
    expect(looseKey(['pain', 'in', 'the', 'chest'])).toBe(looseKey(['chest', 'pains']));
    expect(looseKey(['elbowed'])).not.toBe(looseKey(['elbow']));
  });

  it('keeps the consonants of a clipped word', () => {
    expect([skeleton('shoulder'), skeleton('shldr'), skeleton('collision'), skeleton('clsn')]).toEqual(['shldr', 'shldr', 'clsn', 'clsn']);
  });
});
