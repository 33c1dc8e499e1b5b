/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-search-private.h"

#include <string.h>

/* The words of all records, each with the records and columns that it stands in. A word is looked
 * up by its beginning, so that one that is rare costs nothing, however much there is.
 *
 * A record that changes is not taken out of the lists of its words: its number is given up, and it
 * is read anew under another. When more numbers are given up than hold, all is read again. */

#define NO_DOC G_MAXUINT
#define COLUMN_BITS 6 /* of a place; the rest is the number of the record */
#define FEW 1024      /* numbers given up that nobody minds */

/* A record as the index knows it. */
typedef struct
{
  SfSearchKind kind;
  guint serial; /* in the order in which records came */
  guint doc;    /* its number; NO_DOC while it waits to be read */
} Entry;

/* One of the model's lists, and what was in it. */
typedef struct
{
  SfSearchIndex *index;
  SfSearchKind kind;
  GListModel *list;
  GPtrArray *records;
} Watched;

/* What the words of a search that were looked up so far have found of a record. */
typedef struct
{
  guint n;         /* how many of them */
  guint64 now;     /* the columns that hold the last of them … */
  guint64 columns; /* … and those that hold all before it */
} Tally;

struct _SfSearchIndex
{
  SfModel *model;      /* borrowed: the index belongs to it */
  GPtrArray *watched;  /* of Watched, one kind after the other */
  GHashTable *entries; /* SfRecord → Entry */
  GPtrArray *waiting;  /* of SfRecord */
  GPtrArray *docs;     /* of SfRecord by number, NULL where the number is given up */
  GArray *tallies;     /* of Tally by number, all zero between two searches */
  GHashTable *words;   /* word → GArray of places: guint32 */
  GTree *sorted;       /* the same, borrowed */
  guint n_given_up;
  guint n_serials;
};

static GQuark
get_quark (void)
{
  static GQuark quark;

  if (quark == 0)
    quark = g_quark_from_static_string ("sf-search-index");
  return quark;
}

/* In the order of SfSearchKind; the others are no records. */
static GType
get_type (SfSearchKind kind)
{
  switch (kind)
    {
    case SF_SEARCH_AREA:
      return SF_TYPE_AREA_JUDGEMENT;
    case SF_SEARCH_JUDGEMENT:
      return SF_TYPE_JUDGEMENT;
    case SF_SEARCH_TARGET:
      return SF_TYPE_TARGET;
    case SF_SEARCH_REVIEW:
      return SF_TYPE_REVIEW;
    case SF_SEARCH_EVIDENCE:
      return SF_TYPE_EVIDENCE;
    case SF_SEARCH_ATTACHMENT:
      return SF_TYPE_ATTACHMENT;
    case SF_SEARCH_NOTE:
      return SF_TYPE_EVIDENCE_LINK;
    case SF_SEARCH_EVALUATION:
      return SF_TYPE_EVALUATION;
    case SF_SEARCH_CENTRE:
      return SF_TYPE_CENTRE;
    case SF_SEARCH_CONTRIBUTOR:
      return SF_TYPE_CONTRIBUTOR;
    case SF_SEARCH_MEETING:
      return SF_TYPE_MEETING;
    case SF_SEARCH_CHALLENGE:
      return SF_TYPE_CHALLENGE;
    case SF_SEARCH_STATEMENT:
    case SF_SEARCH_CONTENT:
    default:
      return G_TYPE_INVALID;
    }
}

/* --- words -------------------------------------------------------------------------------------
 */

static int
compare_words (gconstpointer a, gconstpointer b, gpointer data)
{
  return strcmp (a, b);
}

static void
make_words (SfSearchIndex *self)
{
  self->words
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  self->sorted = g_tree_new_full (compare_words, NULL, NULL, NULL);
}

static void
add_place (SfSearchIndex *self, const char *word, guint32 place)
{
  GArray *places = g_hash_table_lookup (self->words, word);

  if (places == NULL)
    {
      char *key = g_strdup (word);

      places = g_array_sized_new (FALSE, FALSE, sizeof (guint32), 1);
      g_hash_table_insert (self->words, key, places);
      g_tree_insert (self->sorted, key, places);
    }
  if (places->len == 0 || g_array_index (places, guint32, places->len - 1) != place)
    g_array_append_val (places, place);
}

/* The words of one text; a folded text has a space before each. */
static void
add_text (SfSearchIndex *self, const char *text, guint32 place)
{
  g_autofree char *folded = sf_search_fold (text);

  for (char *p = folded; *p != '\0';)
    {
      char *end = strchrnul (p + 1, ' ');
      char after = *end;

      *end = '\0';
      add_place (self, p + 1, place);
      *end = after;
      p = end;
    }
}

static void
add_record (SfSearchIndex *self, SfRecord *record, Entry *entry)
{
  SfRecordClass *klass = SF_RECORD_GET_CLASS (record);

  g_assert (klass->n_columns <= 1u << COLUMN_BITS);
  entry->doc = self->docs->len;
  g_ptr_array_add (self->docs, record);
  g_array_set_size (self->tallies, self->docs->len);
  for (guint i = 0; i < klass->n_columns; i++)
    if ((klass->columns[i].flags & SF_COLUMN_SEARCHED) != 0
        && (klass->columns[i].flags & SF_COLUMN_CONFIDENTIAL) == 0
        && !sf_record_is_null (record, i))
      add_text (self, sf_record_get_text (record, i), entry->doc << COLUMN_BITS | i);
}

/* --- what the model holds ----------------------------------------------------------------------
 */

static void
await_reading (SfSearchIndex *self, SfRecord *record)
{
  g_ptr_array_add (self->waiting, g_object_ref (record));
}

static void
give_up_number (SfSearchIndex *self, Entry *entry)
{
  if (entry->doc == NO_DOC)
    return;
  self->docs->pdata[entry->doc] = NULL;
  entry->doc = NO_DOC;
  self->n_given_up++;
}

static void
on_notify_cb (SfSearchIndex *self, GParamSpec *pspec, SfRecord *record)
{
  Entry *entry = g_hash_table_lookup (self->entries, record);

  if (entry->doc == NO_DOC)
    return;
  give_up_number (self, entry);
  await_reading (self, record);
}

static void
on_items_changed_cb (GListModel *list, guint position, guint removed, guint added, Watched *watched)
{
  SfSearchIndex *self = watched->index;

  for (guint i = position; i < position + removed; i++)
    {
      SfRecord *record = watched->records->pdata[i];

      g_signal_handlers_disconnect_by_data (record, self);
      give_up_number (self, g_hash_table_lookup (self->entries, record));
      g_hash_table_remove (self->entries, record);
    }
  if (removed > 0)
    g_ptr_array_remove_range (watched->records, position, removed);
  for (guint i = position; i < position + added; i++)
    {
      SfRecord *record = g_list_model_get_item (list, i);
      Entry *entry = g_new (Entry, 1);

      *entry = (Entry){ watched->kind, self->n_serials++, NO_DOC };
      g_hash_table_insert (self->entries, record, entry);
      g_signal_connect_swapped (record, "notify", G_CALLBACK (on_notify_cb), self);
      g_ptr_array_insert (watched->records, (int)i, record);
      await_reading (self, record);
    }
}

static void
watched_free (gpointer data)
{
  Watched *self = data;

  g_signal_handlers_disconnect_by_data (self->list, self);
  for (guint i = 0; i < self->records->len; i++)
    g_signal_handlers_disconnect_by_data (self->records->pdata[i], self->index);
  g_ptr_array_unref (self->records);
  g_object_unref (self->list);
  g_free (self);
}

static void
watch (SfSearchIndex *self, SfSearchKind kind)
{
  Watched *watched = g_new0 (Watched, 1);

  watched->index = self;
  watched->kind = kind;
  watched->list = g_object_ref (sf_model_get_list (self->model, get_type (kind)));
  watched->records = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->watched, watched);
  g_signal_connect (watched->list, "items-changed", G_CALLBACK (on_items_changed_cb), watched);
  on_items_changed_cb (watched->list, 0, 0, g_list_model_get_n_items (watched->list), watched);
}

/* --- the index ---------------------------------------------------------------------------------
 */

static void
index_free (gpointer data)
{
  SfSearchIndex *self = data;

  g_ptr_array_unref (self->watched);
  g_ptr_array_unref (self->waiting);
  g_hash_table_unref (self->entries);
  g_ptr_array_unref (self->docs);
  g_array_unref (self->tallies);
  g_tree_unref (self->sorted);
  g_hash_table_unref (self->words);
  g_free (self);
}

/*
 * sf_search_index_get:
 *
 * Returns: (transfer none): the index of the model, empty at first; it goes with the model
 */
SfSearchIndex *
sf_search_index_get (SfModel *model)
{
  SfSearchIndex *self = g_object_get_qdata (G_OBJECT (model), get_quark ());

  if (self != NULL)
    return self;
  self = g_new0 (SfSearchIndex, 1);
  self->model = model;
  self->watched = g_ptr_array_new_with_free_func (watched_free);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  self->entries = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->docs = g_ptr_array_new ();
  self->tallies = g_array_new (FALSE, TRUE, sizeof (Tally));
  make_words (self);
  g_object_set_qdata_full (G_OBJECT (model), get_quark (), self, index_free);
  return self;
}

/* Begins again with the records that there are. */
static void
start_over (SfSearchIndex *self)
{
  GHashTableIter iter;
  gpointer record, entry;

  g_tree_unref (self->sorted);
  g_hash_table_unref (self->words);
  make_words (self);
  g_ptr_array_set_size (self->docs, 0);
  g_array_set_size (self->tallies, 0);
  g_ptr_array_set_size (self->waiting, 0);
  self->n_given_up = 0;
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &record, &entry))
    {
      ((Entry *)entry)->doc = NO_DOC;
      await_reading (self, record);
    }
}

/*
 * sf_search_index_fill:
 * @microseconds: about so long; 0 until it is done
 *
 * Reads records that nobody has read yet.
 *
 * Returns: whether there are more
 */
gboolean
sf_search_index_fill (SfSearchIndex *self, gint64 microseconds)
{
  gint64 until = g_get_monotonic_time () + microseconds;

  if (self->n_given_up > FEW && self->n_given_up > self->docs->len / 2)
    start_over (self);
  while (self->watched->len < SF_SEARCH_CHALLENGE)
    {
      watch (self, self->watched->len + 1);
      if (microseconds > 0)
        return TRUE;
    }
  while (self->waiting->len > 0 && (microseconds == 0 || g_get_monotonic_time () < until))
    {
      g_autoptr (SfRecord) record
          = g_ptr_array_steal_index_fast (self->waiting, self->waiting->len - 1);
      Entry *entry = g_hash_table_lookup (self->entries, record);

      if (entry != NULL && entry->doc == NO_DOC)
        add_record (self, record, entry);
    }
  return self->waiting->len > 0;
}

/* Notes where the @nth word of a search stands. Only what held all words before it is of use. */
static void
tally_place (SfSearchIndex *self, guint32 place, guint nth, GArray *touched)
{
  guint doc = place >> COLUMN_BITS;
  guint64 bit = G_GUINT64_CONSTANT (1) << (place & ((1u << COLUMN_BITS) - 1));
  Tally *tally = &g_array_index (self->tallies, Tally, doc);

  if (tally->n == nth + 1)
    tally->now |= bit;
  else if (tally->n == nth)
    {
      if (nth == 0)
        g_array_append_val (touched, doc);
      tally->columns = nth == 0 ? G_MAXUINT64 : tally->columns & tally->now;
      tally->now = bit;
      tally->n++;
    }
}

static void
tally_word (SfSearchIndex *self, const char *word, guint nth, GArray *touched)
{
  gsize length = strlen (word);

  for (GTreeNode *node = g_tree_lower_bound (self->sorted, word);
       node != NULL && strncmp (g_tree_node_key (node), word, length) == 0;
       node = g_tree_node_next (node))
    {
      GArray *places = g_tree_node_value (node);

      for (guint i = 0; i < places->len; i++)
        tally_place (self, g_array_index (places, guint32, i), nth, touched);
    }
}

/*
 * sf_search_index_find:
 * @words: of sf_search_split(), at least one
 *
 * Returns: (transfer full) (element-type SfSearchMatch): the records in which all words occur, in
 *   no order
 */
GArray *
sf_search_index_find (SfSearchIndex *self, GPtrArray *words)
{
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (SfSearchMatch));

  sf_search_index_fill (self, 0);
  for (guint i = 0; i < words->len; i++)
    tally_word (self, (const char *)words->pdata[i] + 1, i, touched);
  for (guint i = 0; i < touched->len; i++)
    {
      guint doc = g_array_index (touched, guint, i);
      Tally *tally = &g_array_index (self->tallies, Tally, doc);
      SfRecord *record = self->docs->pdata[doc];
      Entry *entry = record != NULL ? g_hash_table_lookup (self->entries, record) : NULL;
      SfSearchMatch match = { record };

      if (entry != NULL && tally->n == words->len)
        {
          match.kind = entry->kind;
          match.serial = entry->serial;
          match.columns = tally->columns & tally->now;
          g_array_append_val (matches, match);
        }
      *tally = (Tally){ 0 };
    }
  return matches;
}
