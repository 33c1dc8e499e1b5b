/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-disclosure.h"

G_BEGIN_DECLS

#define SF_N_FIGURES 2

/**
 * SfDisclosureCell:
 * @values: by figure, as they are now; %SF_DISCLOSURE_NONE where there is none
 * @is_public: by figure
 * @answers: by figure, once it was decided
 * @withheld: not shown whatever is decided
 * @unsaid: for texts alone: the reader knows nothing of it
 * @left: it is decided on elsewhere; then @left_shown and @left_guarded say how
 */
typedef struct
{
  char *key;
  gint64 values[SF_N_FIGURES];
  gboolean is_public[SF_N_FIGURES];
  SfDisclosureAnswer answers[SF_N_FIGURES];
  gboolean given_away;
  gboolean withheld;
  gboolean unsaid;
  gboolean left;
  gboolean left_shown;
  gboolean left_guarded;
} SfDisclosureCell;

/* The current figures are a version like those of earlier reports. */
#define SF_DISCLOSURE_CURRENT G_MAXUINT

typedef struct _SfReader SfReader;

/* A whole and its parts. */
typedef struct
{
  guint whole;
  GArray *parts; /* of guint */
  gboolean is_sum;
} SfRelation;

/* What an earlier report held of a figure. */
typedef struct
{
  gint64 id; /* of edition, cell and figure */
  guint edition;
  guint cell;
  SfFigure figure;
  gint64 value;
  gboolean shown;
} SfEarlier;

/* A figure that is the sum of others. */
typedef struct
{
  SfFigure figure;
  GArray *cells;  /* of guint: the whole, then its parts */
  GArray *values; /* of gint64 */
} SfLink;

struct _SfDisclosure
{
  GPtrArray *cells; /* of SfDisclosureCell */
  GHashTable *by_key;
  GArray *relations;
  GArray *earlier;
  GArray *links; /* of SfLink */
  gboolean decided;

  /* While deciding. */
  SfReader *reader;
  GHashTable *by_edition; /* of SfEarlier, by its id */
  GHashTable *quantities; /* name to quantity + 1 */
  GHashTable *sums;       /* those that were added, by name */
  GArray *owners;         /* of guint: the cell that a quantity belongs to */
};

gint64 sf_disclosure_make_id (guint edition, guint cell, SfFigure figure);
guint sf_disclosure_get_n_cells (SfDisclosure *self);
const SfDisclosureCell *sf_disclosure_get_cell (SfDisclosure *self, guint cell);

/**
 * SfNeed:
 * @SF_NEED_LOW: a reader must think it possible that it is at most 1
 * @SF_NEED_HIGH: that it is 5 or more
 * @SF_NEED_STRICT: that it is 5 or more while another quantity is small
 * @SF_NEED_OTHER: that it is another number than it is
 */
typedef enum
{
  SF_NEED_LOW = 1 << 0,
  SF_NEED_HIGH = 1 << 1,
  SF_NEED_STRICT = 1 << 2,
  SF_NEED_OTHER = 1 << 3,
} SfNeed;

#define SF_N_NEEDS 4

/**
 * SfQuantity:
 * @value: the true value
 * @open: whether it can be shown or hidden; what is neither open nor known can only be worked out
 * @known: the reader knows it, whatever is decided
 * @hidden: open, and not shown
 * @forced: hidden whatever else is
 * @elsewhere: of a cell that is decided on elsewhere: #SF_NEED_STRICT was seen to there
 * @guarded: not open, and hidden elsewhere: the reader must not work it out
 * @hopeless: small, and the reader knows more of it than allowed even if nothing is shown
 * @needs: what must remain possible, of what can: #SfNeed
 * @sums: the sums that it is in
 * @worlds: by need, what differs from the truth in the worlds that were found for it
 */
typedef struct
{
  gint64 value;
  gboolean open;
  gboolean known;
  gboolean hidden;
  gboolean forced;
  gboolean guarded;
  gboolean elsewhere;
  gboolean hopeless;
  guint needs;
  GArray *sums;
  GPtrArray *worlds[SF_N_NEEDS]; /* of GArray of guint */
} SfQuantity;

/* One term of a sum of nought: total − part − part = 0. */
typedef struct
{
  guint quantity;
  int sign;
} SfTerm;

/**
 * SfReader:
 *
 * What somebody knows who has every report of the year: quantities, some known, and sums between
 * them.
 */
struct _SfReader
{
  GArray *quantities; /* of SfQuantity */
  GPtrArray *sums;    /* of GArray of SfTerm */
  guint64 work;       /* how much was computed, the same on every PC */
  gboolean gave_up;   /* a search ended without an answer */
};

SfReader *sf_reader_new (void);
void sf_reader_free (SfReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfReader, sf_reader_free)
guint sf_reader_add_quantity (SfReader *self, gint64 value);
/* Takes @terms, whose values add up to nought. */
void sf_reader_add_sum (SfReader *self, GArray *terms);
SfQuantity *sf_reader_get (SfReader *self, guint quantity);
gboolean sf_reader_is_small (gint64 value);
/* Whether the reader is not told it outright. */
gboolean sf_reader_is_unknown (SfReader *self, guint quantity);
/* (transfer full): quantities that are tied to this one by sums through unknown ones, it first,
 * then the others in the order of their numbers; at most about @limit, the nearest. */
GArray *sf_reader_collect (SfReader *self, guint quantity, guint limit);

/**
 * sf_reader_has_need:
 *
 * Looks for a world: a table of whole numbers, none below nought, that agrees with all that the
 * reader knows, and in which a quantity is as the need says. One is only taken after it was added
 * up again in whole numbers; where the search gives up, there is none and
 * @gave_up is set, which errs on the side of showing less.
 *
 * Returns: whether there is one
 */
gboolean sf_reader_has_need (SfReader *self, guint quantity, SfNeed need);

/* Hides what must be hidden besides what is forced; sets needs and hopeless. */
void sf_reader_choose (SfReader *self);

/**
 * sf_simplex_find:
 * @table: @rows rows of @columns coefficients and a right-hand side
 * @solution: (out caller-allocates) (array length=columns): a corner with nothing below nought
 * @work: (inout): grows by what was computed
 * @gave_up: (inout): set if it took too long
 *
 * Returns: whether the equations have a solution without negative numbers
 */
gboolean sf_simplex_find (const double *table,
                          guint rows,
                          guint columns,
                          double *solution,
                          guint64 *work,
                          gboolean *gave_up);

G_END_DECLS
