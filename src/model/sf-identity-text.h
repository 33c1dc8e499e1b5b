/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SfIdentityKind:
 * @SF_IDENTITY_NAME: may be the name of a person
 * @SF_IDENTITY_RELATION: speaks of one person by a relationship: "her grandmother"
 * @SF_IDENTITY_BIRTH: a date of birth or the age of one person
 * @SF_IDENTITY_TELEPHONE: a telephone number
 * @SF_IDENTITY_EMAIL: an e-mail address
 * @SF_IDENTITY_ADDRESS: where somebody lives, or a postcode
 * @SF_IDENTITY_NUMBER: a number by which records are kept: of a case, of the NHS, of insurance
 */
typedef enum
{
  SF_IDENTITY_NAME,
  SF_IDENTITY_RELATION,
  SF_IDENTITY_BIRTH,
  SF_IDENTITY_TELEPHONE,
  SF_IDENTITY_EMAIL,
  SF_IDENTITY_ADDRESS,
  SF_IDENTITY_NUMBER,
} SfIdentityKind;

#define SF_N_IDENTITY_KINDS (SF_IDENTITY_NUMBER + 1)

/* The word for a kind in files and commands: "name"; never translated. */
const char *sf_identity_kind_get_word (SfIdentityKind kind);

/* What a person reads: "A person’s name"; translated. */
const char *sf_identity_kind_get_label (SfIdentityKind kind);

/**
 * SfIdentityHit:
 * @kind: what it may be
 * @start: where it begins in the text, in bytes
 * @length: its length in bytes
 */
typedef struct
{
  SfIdentityKind kind;
  gsize start;
  gsize length;
} SfIdentityHit;

/**
 * SfIdentityNames:
 *
 * The names that a centre file knows: those of people, which are found wherever they stand, and
 * those of places and bodies, which are nobody's.
 */
typedef struct _SfIdentityNames SfIdentityNames;

SfIdentityNames *sf_identity_names_new (void);
void sf_identity_names_free (SfIdentityNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfIdentityNames, sf_identity_names_free)

/* @name: (nullable): of a person: "Margaret Osei". "Parents’ forum" is seen to be none. */
void sf_identity_names_add_person (SfIdentityNames *self, const char *name);

/* @name: (nullable): of a centre, a committee, an authority, a district */
void sf_identity_names_add_body (SfIdentityNames *self, const char *name);

/**
 * sf_identity_find_in_text:
 * @names: (nullable): what the centre file knows
 * @text: what a person wrote, UTF-8
 *
 * Finds what may identify somebody. It errs on the side of finding too much, for a person looks at
 * each; and it cannot find everything. The rules:
 *
 * 1. Names: those known, whole or by their last or first part; a word after "Mrs", "Dr" and the
 * like; a first name that is common here, unless it is a word too (Grace, May) and nothing else of
 * a name stands beside it; initial and surname ("J. Patel"); two or three words with capitals
 * inside a sentence, unless one of them is the name of a known body or a word such as Centre,
 * Group, School, March.
 * 2. Relationships of one person: "her mother", "one father", "Amy’s nan", "mum of three", "a child
 *    with"; not "mother and baby group", "a partner", "parents".
 * 3. Dates of birth, "aged 3" and "three-year-old" of one person; not "under-fives",
 * "three-year-olds".
 * 4. Telephone numbers of ten to thirteen digits that begin with 0 or +44.
 * 5. E-mail addresses.
 * 6. Postcodes; a number with a street; a flat; "lives in Mill Lane".
 * 7. Numbers of cases, of the NHS (by its check digit), of National Insurance.
 *
 * Where two overlap, the longer is kept. The time is linear in the text.
 *
 * Returns: (transfer full) (element-type SfIdentityHit): in the order of the text
 */
GArray *sf_identity_find_in_text (const SfIdentityNames *names, const char *text);

G_END_DECLS
