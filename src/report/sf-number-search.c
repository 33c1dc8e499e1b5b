/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Numbers that somebody wrote, held against those that are not shown. */
#include "report/sf-number-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/sf-text-piece.h"
#include "base/sf-text.h"
#include "model/sf-target-published.h"

/* So many figures are named that a number may be. */
#define MAX_CELLS 3
/* What is so large is hardly the same by chance. */
#define LARGE 100

/* How likely it tells of a family, the most likely first. */
typedef enum
{
  RANK_OWN_PEOPLE, /* counts people, in a text about the figure's group */
  RANK_PEOPLE,
  RANK_OWN, /* may count anything, in such a text */
  RANK_RARE,
  RANK_NONE,
} Rank;

/* One number of one text. */
typedef struct
{
  SfAgendaItem *leads; /* without words */
  char *where;         /* "“What is strong” of Safe places" */
  char *words;         /* the number */
  char *piece;         /* of its sentence */
  double value;
  Rank rank;
  guint order;
  GPtrArray *cells; /* of char *: what it may be */
} Found;

struct _SfNumberSearch
{
  GPtrArray *outcomes; /* of SfPublished */
  GPtrArray *found;
};

/* The text that is looked at. */
typedef struct
{
  const SfNumberPlace *place;
  SfRecord *record;
  guint column;
  const char *words;
  char *about; /* all that says what it is about */
} Text;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_pointer (&found->leads, sf_agenda_item_free);
  g_ptr_array_unref (found->cells);
  g_free (found->where);
  g_free (found->words);
  g_free (found->piece);
  g_free (found);
}

SfNumberSearch *
sf_number_search_new (GPtrArray *outcomes)
{
  SfNumberSearch *self = g_new0 (SfNumberSearch, 1);

  self->outcomes = outcomes;
  self->found = g_ptr_array_new_with_free_func (found_free);
  return self;
}

void
sf_number_search_free (SfNumberSearch *self)
{
  g_ptr_array_unref (self->found);
  g_free (self);
}

/* --- one text --------------------------------------------------------------------------------- */

static Rank
judge (const Text *text, SfPublished *published, const SfDisclosureHit *hit)
{
  gboolean own = sf_published_is_about (published, hit->key, text->about);

  if (hit->number.sense == SF_NUMBER_PEOPLE)
    return own ? RANK_OWN_PEOPLE : RANK_PEOPLE;
  if (own || hit->number.of > 0.0)
    return RANK_OWN;
  return hit->number.percent          ? (hit->number.decimals > 0 ? RANK_RARE : RANK_NONE)
         : hit->number.value >= LARGE ? RANK_RARE
                                      : RANK_NONE;
}

static SfAgendaItem *
make_item (const Text *text)
{
  SfAgendaItem *item = g_new0 (SfAgendaItem, 1);

  item->kind = SF_AGENDA_SMALL_NUMBER;
  item->page = text->place->page;
  item->area_code = g_strdup (text->place->area_code);
  item->statement_code = g_strdup (text->place->statement_code);
  item->record = g_object_ref (text->record);
  item->column = SF_RECORD_GET_CLASS (text->record)->columns[text->column].name;
  return item;
}

/* The same number in the same text is one, wherever it stands in it. */
static Found *
ensure_found (SfNumberSearch *self, const Text *text, const SfNumber *number)
{
  const char *column = SF_RECORD_GET_CLASS (text->record)->columns[text->column].name;
  Found *found;

  for (guint i = self->found->len; i > 0; i--)
    {
      found = self->found->pdata[i - 1];
      if (found->leads->record != text->record || g_strcmp0 (found->leads->column, column) != 0)
        break;
      if (found->value >= number->value && found->value <= number->value)
        return found;
    }
  found = g_new0 (Found, 1);
  found->leads = make_item (text);
  /* Translators: a field, and what it belongs to: a statement, a target */
  found->where = g_strdup_printf (_ ("“%1$s” of %2$s"),
                                  sf_record_class_get_heading (SF_RECORD_GET_CLASS (text->record),
                                                               text->column),
                                  text->place->title);
  found->value = number->value;
  found->rank = RANK_NONE;
  found->order = self->found->len;
  found->cells = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->found, found);
  return found;
}

static void
note_hit (SfNumberSearch *self,
          const Text *text,
          SfPublished *published,
          const SfDisclosureHit *hit)
{
  Rank rank = judge (text, published, hit);
  g_autofree char *cell = NULL;
  Found *found;

  if (rank == RANK_NONE)
    return;
  found = ensure_found (self, text, &hit->number);
  if (rank < found->rank)
    {
      found->rank = rank;
      g_free (found->words);
      g_free (found->piece);
      found->words = g_strndup (text->words + hit->start, hit->length);
      found->piece = sf_text_cut_piece (text->words, hit->start, hit->length);
    }
  cell = sf_published_tell_cell (published, hit->key);
  if (!g_ptr_array_find_with_equal_func (found->cells, cell, g_str_equal, NULL))
    g_ptr_array_add (found->cells, g_steal_pointer (&cell));
}

static void
look_at_text (SfNumberSearch *self, const Text *text)
{
  for (guint i = 0; i < self->outcomes->len; i++)
    {
      SfPublished *published = self->outcomes->pdata[i];
      g_autoptr (GArray) hits
          = sf_disclosure_find_in_text (sf_published_get_disclosure (published), text->words);

      for (guint k = 0; k < hits->len; k++)
        note_hit (self, text, published, &g_array_index (hits, SfDisclosureHit, k));
    }
}

/* --- records ---------------------------------------------------------------------------------- */

/* (transfer full) (nullable): the value of a target, as it is printed: read like a text, so that
 * one rule holds for both */
static char *
get_words (const SfNumberPlace *place, SfRecord *record, guint column)
{
  gboolean percent
      = place->target != NULL && g_strcmp0 (sf_target_get_unit (place->target), "%") == 0;
  g_autofree char *number = NULL;

  if (SF_RECORD_GET_CLASS (record)->columns[column].type == SF_COLUMN_TEXT)
    {
      const char *text = sf_record_get_text (record, column);

      return sf_text_is_blank (text) ? NULL : g_strdup (text);
    }
  if (sf_record_is_null (record, column))
    return NULL;
  number = sf_text_format_number (sf_record_get_real (record, column));
  return g_strconcat (number, percent ? "%" : "", NULL);
}

/* Whether a value of a target is replaced where it would be printed. */
static gboolean
is_replaced (SfNumberSearch *self, const Text *text)
{
  gboolean is_value
      = SF_RECORD_GET_CLASS (text->record)->columns[text->column].type == SF_COLUMN_REAL
        || (SF_IS_TARGET_CHANGE (text->record) && text->column != SF_TARGET_CHANGE_REASON);

  return is_value && text->place->target != NULL
         && sf_target_is_hidden (text->place->target, self->outcomes, text->words);
}

void
sf_number_search_look (SfNumberSearch *self,
                       const SfNumberPlace *place,
                       gpointer record,
                       const guint *columns)
{
  const char *measure = place->target != NULL ? sf_target_get_measure (place->target) : NULL;

  for (guint i = 0; record != NULL && columns[i] != SF_NUMBER_SEARCH_END; i++)
    {
      g_autofree char *words = get_words (place, record, columns[i]);
      g_autofree char *about = NULL;
      Text text = { place, record, columns[i], words, NULL };

      if (words == NULL || is_replaced (self, &text))
        continue;
      text.about = about
          = g_strjoin ("\n", words, place->title, measure != NULL ? measure : "", NULL);
      look_at_text (self, &text);
    }
}

void
sf_number_search_look_all (SfNumberSearch *self,
                           const SfNumberPlace *place,
                           GPtrArray *records,
                           const guint *columns)
{
  for (guint i = 0; i < records->len; i++)
    sf_number_search_look (self, place, records->pdata[i], columns);
}

/* --- telling them ----------------------------------------------------------------------------- */

/* At most so many, as a list in a sentence. */
static char *
join_cells (GPtrArray *cells)
{
  guint n = cells->len, shown = MIN (n, MAX_CELLS);
  GString *joined = g_string_new (NULL);
  g_autofree char *some = NULL;

  for (guint i = 0; i < shown; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "; " : "", (char *)cells->pdata[i]);
  if (n == shown)
    return g_string_free (joined, FALSE);
  some = g_string_free (joined, FALSE);
  /* Translators: some things, and how many more there are */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s and %u more", "%s and %u more",
                                       n - shown),
                          some, n - shown);
}

static SfAgendaItem *
take_item (Found *found)
{
  SfAgendaItem *item = g_steal_pointer (&found->leads);
  g_autofree char *cells = join_cells (found->cells);

  item->title = strcmp (found->words, found->piece) == 0
                    /* Translators: a number */
                    ? g_strdup_printf (_ ("The value %s"), found->words)
                    /* Translators: a number, and some words of the sentence that it stands in */
                    : g_strdup_printf (_ ("%1$s in “%2$s”"), found->words, found->piece);
  /* Translators: a field and what it belongs to; measures with group and period */
  item->detail = g_strdup_printf (_ ("%1$s. It may be a figure that is not shown: %2$s. If it "
                                     "tells of these families, please leave it out."),
                                  found->where, cells);
  return item;
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *one = *(Found *const *)a, *other = *(Found *const *)b;

  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;
  return one->order < other->order ? -1 : one->order > other->order;
}

void
sf_number_search_take_items (SfNumberSearch *self, GPtrArray *items)
{
  g_ptr_array_sort (self->found, compare_found);
  for (guint i = 0; i < self->found->len; i++)
    g_ptr_array_add (items, take_item (self->found->pdata[i]));
  g_ptr_array_set_size (self->found, 0);
}
