/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-evidence-model.h"

#include "base/sf-text.h"
#include "ui/sf-string.h"
#include "workbook/sf-workbook-contents.h"

#include <gtk/gtk.h>

#define MANY_TOUCHED 100 /* more than these are listed anew together */
#define PREPARE_AT_ONCE 40

struct _SfEvidenceModel
{
  GObject parent_instance;

  SfContext *context;
  SfEvidenceIndex *index;
  SfEvidenceFilter filter;
  SfEvidenceSort sort;
  char *words;
  GPtrArray *split;    /* @words as they are compared; NULL where there are none */
  GPtrArray *items;    /* of SfEvidence, owned: what is listed */
  GHashTable *touched; /* SfEvidence, owned: changed since the last update */
  GHashTable *known;   /* SfEvidence: what was there at the last update */
  GHashTable *found;   /* SfEvidence → extract: has a file with the words in it */
  guint prepare_id;
  guint prepared;
};

static GType
get_item_type (GListModel *list)
{
  return SF_TYPE_EVIDENCE;
}

static guint
get_n_items (GListModel *list)
{
  return SF_EVIDENCE_MODEL (list)->items->len;
}

static gpointer
get_item (GListModel *list, guint position)
{
  SfEvidenceModel *self = SF_EVIDENCE_MODEL (list);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
init_list_model (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SfEvidenceModel,
                               sf_evidence_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

static guint described_signal;

/* --- listing anew -------------------------------------------------------------------------------
 */

static gboolean
passes (SfEvidenceModel *self, SfEvidence *evidence)
{
  return sf_evidence_filter_matches (&self->filter, self->index, evidence)
         && (self->split == NULL || g_hash_table_contains (self->found, evidence)
             || sf_evidence_index_has_words (self->index, evidence, self->split));
}

static gboolean
contains (GPtrArray *list, gpointer item)
{
  return list != NULL && g_ptr_array_find (list, item, NULL);
}

static GPtrArray *
list_all (SfEvidenceModel *self)
{
  SfCentre *centre = sf_context_get_centre (self->context);

  if (centre == NULL)
    return g_ptr_array_new ();
  return sf_model_list_referring (sf_context_get_model (self->context), SF_TYPE_EVIDENCE,
                                  SF_EVIDENCE_CENTRE, centre);
}

/* Puts @items in the place of those that are there, and tells of what differs: rows before and
 * after it stay as they are. */
static void
replace_items (SfEvidenceModel *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->items);
  guint start = 0, end = 0, least = MIN (old->len, items->len);

  while (start < least && old->pdata[start] == items->pdata[start])
    start++;
  while (end < least - start
         && old->pdata[old->len - 1 - end] == items->pdata[items->len - 1 - end])
    end++;
  self->items = g_ptr_array_ref (items);
  if (old->len != items->len || start < items->len)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end,
                                items->len - start - end);
}

static void
list_anew (SfEvidenceModel *self, GPtrArray *keep)
{
  g_autoptr (GPtrArray) all = list_all (self);
  g_autoptr (GPtrArray) items = g_ptr_array_new_full (all->len, g_object_unref);

  for (guint i = 0; i < all->len; i++)
    if (passes (self, all->pdata[i]) || contains (keep, all->pdata[i]))
      g_ptr_array_add (items, g_object_ref (all->pdata[i]));
  sf_evidence_filter_sort (self->index, self->sort, items);
  replace_items (self, items);
}

void
sf_evidence_model_set_view (SfEvidenceModel *self,
                            const SfEvidenceFilter *filter,
                            const char *words,
                            SfEvidenceSort sort)
{
  g_return_if_fail (SF_IS_EVIDENCE_MODEL (self));

  sf_evidence_filter_copy (&self->filter, filter);
  self->sort = sort;
  if (sf_string_set (&self->words, sf_text_is_blank (words) ? NULL : words))
    {
      g_hash_table_remove_all (self->found);
      g_clear_pointer (&self->split, g_ptr_array_unref);
      if (self->words != NULL)
        self->split = sf_evidence_index_split (self->words);
    }
  list_anew (self, NULL);
}

const char *
sf_evidence_model_get_words (SfEvidenceModel *self)
{
  return self->words;
}

void
sf_evidence_model_set_found (SfEvidenceModel *self, GPtrArray *matches)
{
  SfModel *model = sf_context_get_model (self->context);
  GListModel *files = sf_model_get_list (model, SF_TYPE_ATTACHMENT);
  g_autoptr (GHashTable) by_digest = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < matches->len; i++)
    {
      SfContentMatch *match = matches->pdata[i];
      g_hash_table_insert (by_digest, match->digest, match);
    }
  for (guint i = 0; matches->len > 0 && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (SfAttachment) file = g_list_model_get_item (files, i);
      const char *digest = sf_attachment_get_digest (file);
      SfContentMatch *match = digest != NULL ? g_hash_table_lookup (by_digest, digest) : NULL;
      gpointer evidence
          = match != NULL ? sf_model_find (model, sf_attachment_get_evidence (file)) : NULL;

      if (evidence != NULL && sf_model_get_newer_version (model, file) == NULL)
        g_hash_table_insert (self->found, evidence, g_memdup2 (&match->extract, sizeof (gint64)));
    }
  if (g_hash_table_size (self->found) == 0)
    return;
  list_anew (self, NULL);
  for (guint i = 0; i < self->items->len; i++)
    if (g_hash_table_contains (self->found, self->items->pdata[i]))
      g_signal_emit (self, described_signal, 0, self->items->pdata[i]);
}

gint64
sf_evidence_model_get_extract (SfEvidenceModel *self, SfEvidence *evidence)
{
  gint64 *extract = g_hash_table_lookup (self->found, evidence);

  return extract != NULL ? *extract : 0;
}

/* --- what was touched ---------------------------------------------------------------------------
 */

static void
on_touched_cb (SfModel *model, SfRecord *record, SfEvidenceModel *self)
{
  SfEvidence *evidence = NULL;

  if (SF_IS_EVIDENCE (record))
    evidence = SF_EVIDENCE (record);
  else if (SF_IS_ATTACHMENT (record))
    evidence = sf_model_find (model, sf_attachment_get_evidence (SF_ATTACHMENT (record)));
  else if (SF_IS_EVIDENCE_LINK (record))
    evidence = sf_model_find (model, sf_evidence_link_get_evidence (SF_EVIDENCE_LINK (record)));
  if (evidence == NULL)
    return;
  sf_evidence_index_forget (self->index, evidence);
  if (!g_hash_table_contains (self->touched, evidence))
    g_hash_table_add (self->touched, g_object_ref (evidence));
}

static gboolean
is_there (SfEvidenceModel *self, SfEvidence *evidence)
{
  SfModel *model = sf_context_get_model (self->context);

  return sf_model_find (model, sf_record_get_uuid (SF_RECORD (evidence))) == evidence
         && sf_record_refers_to (SF_RECORD (evidence), SF_EVIDENCE_CENTRE,
                                 sf_context_get_centre (self->context));
}

static int
compare (SfEvidenceModel *self, guint position, SfEvidence *evidence)
{
  return sf_evidence_filter_compare (self->index, self->sort, self->items->pdata[position],
                                     evidence);
}

/* Whether the one at @position still stands between those beside it. */
static gboolean
is_in_place (SfEvidenceModel *self, guint position)
{
  SfEvidence *evidence = self->items->pdata[position];

  return (position == 0 || compare (self, position - 1, evidence) < 0)
         && (position + 1 == self->items->len || compare (self, position + 1, evidence) > 0);
}

static void
take_out (SfEvidenceModel *self, guint position)
{
  g_ptr_array_remove_index (self->items, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

static void
put_in (SfEvidenceModel *self, SfEvidence *evidence)
{
  guint low = 0, high = self->items->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare (self, middle, evidence) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  g_ptr_array_insert (self->items, (int)low, g_object_ref (evidence));
  g_list_model_items_changed (G_LIST_MODEL (self), low, 0, 1);
}

static gboolean
is_wanted (SfEvidenceModel *self, SfEvidence *evidence, GPtrArray *keep)
{
  return is_there (self, evidence) && (passes (self, evidence) || contains (keep, evidence));
}

/* Until what is left is in order: each that goes may show that the one beside it is out of place.
 */
static void
take_out_misplaced (SfEvidenceModel *self, GHashTable *touched, GPtrArray *keep)
{
  gboolean moved;

  do
    {
      GHashTableIter iter;
      gpointer evidence;

      moved = FALSE;
      g_hash_table_iter_init (&iter, touched);
      while (g_hash_table_iter_next (&iter, &evidence, NULL))
        {
          guint position = sf_evidence_model_find (self, evidence);

          if (position == GTK_INVALID_LIST_POSITION
              || (is_wanted (self, evidence, keep) && is_in_place (self, position)))
            continue;
          take_out (self, position);
          moved = TRUE;
        }
    }
  while (moved);
}

static void
update_some (SfEvidenceModel *self, GHashTable *touched, GPtrArray *keep)
{
  GHashTableIter iter;
  gpointer evidence;

  take_out_misplaced (self, touched, keep);
  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &evidence, NULL))
    if (sf_evidence_model_find (self, evidence) != GTK_INVALID_LIST_POSITION)
      g_signal_emit (self, described_signal, 0, evidence);
    else if (is_wanted (self, evidence, keep))
      put_in (self, evidence);
}

/* Records that went are forgotten: another may come to lie at their address. */
static SfEvidence *
learn (SfEvidenceModel *self)
{
  SfEvidence *first = NULL;
  GHashTableIter iter;
  gpointer evidence;

  g_hash_table_iter_init (&iter, self->touched);
  while (g_hash_table_iter_next (&iter, &evidence, NULL))
    if (!is_there (self, evidence))
      {
        g_hash_table_remove (self->known, evidence);
        g_hash_table_remove (self->found, evidence);
      }
    else if (g_hash_table_add (self->known, evidence)
             && (first == NULL
                 || sf_evidence_filter_compare (self->index, self->sort, evidence, first) < 0))
      first = evidence;
  return first;
}

SfEvidence *
sf_evidence_model_update (SfEvidenceModel *self, GPtrArray *keep)
{
  g_autoptr (GHashTable) touched = NULL;
  SfEvidence *first;
  GHashTableIter iter;
  gpointer evidence;

  g_return_val_if_fail (SF_IS_EVIDENCE_MODEL (self), NULL);

  if (g_hash_table_size (self->touched) == 0)
    return NULL;
  first = learn (self);
  touched = g_steal_pointer (&self->touched);
  self->touched = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  if (g_hash_table_size (touched) <= MANY_TOUCHED)
    {
      update_some (self, touched, keep);
      return first;
    }
  list_anew (self, keep);
  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &evidence, NULL))
    g_signal_emit (self, described_signal, 0, evidence);
  return first;
}

/* --- asking -------------------------------------------------------------------------------------
 */

SfEvidenceIndex *
sf_evidence_model_get_index (SfEvidenceModel *self)
{
  return self->index;
}

guint
sf_evidence_model_find (SfEvidenceModel *self, SfEvidence *evidence)
{
  guint position;

  return g_ptr_array_find (self->items, evidence, &position) ? position : GTK_INVALID_LIST_POSITION;
}

SfEvidence *
sf_evidence_model_peek (SfEvidenceModel *self, guint position)
{
  return position < self->items->len ? self->items->pdata[position] : NULL;
}

gboolean
sf_evidence_model_has_any (SfEvidenceModel *self)
{
  g_autoptr (GPtrArray) all = list_all (self);

  return all->len > 0;
}

/* --- the object ---------------------------------------------------------------------------------
 */

/* The words of all are made ready while nobody waits, so that the first letter typed finds them
 * so. */
static gboolean
on_prepare_cb (gpointer data)
{
  SfEvidenceModel *self = data;
  guint end = MIN (self->items->len, self->prepared + PREPARE_AT_ONCE);

  for (; self->prepared < end; self->prepared++)
    sf_evidence_index_prepare (self->index, self->items->pdata[self->prepared]);
  if (self->prepared < self->items->len)
    return G_SOURCE_CONTINUE;
  self->prepare_id = 0;
  return G_SOURCE_REMOVE;
}

static void
sf_evidence_model_dispose (GObject *object)
{
  SfEvidenceModel *self = SF_EVIDENCE_MODEL (object);

  g_clear_handle_id (&self->prepare_id, g_source_remove);
  G_OBJECT_CLASS (sf_evidence_model_parent_class)->dispose (object);
}

static void
sf_evidence_model_finalize (GObject *object)
{
  SfEvidenceModel *self = SF_EVIDENCE_MODEL (object);

  sf_evidence_filter_clear (&self->filter);
  g_clear_pointer (&self->split, g_ptr_array_unref);
  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->touched);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->found);
  g_clear_pointer (&self->index, sf_evidence_index_free);
  g_free (self->words);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_evidence_model_parent_class)->finalize (object);
}

static void
sf_evidence_model_class_init (SfEvidenceModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_evidence_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = sf_evidence_model_finalize;
  described_signal = g_signal_new ("described", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, SF_TYPE_EVIDENCE);
}

static void
sf_evidence_model_init (SfEvidenceModel *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->touched = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->known = g_hash_table_new (NULL, NULL);
  self->found = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

static void
know_all (SfEvidenceModel *self)
{
  g_autoptr (GPtrArray) all = list_all (self);

  for (guint i = 0; i < all->len; i++)
    g_hash_table_add (self->known, all->pdata[i]);
}

SfEvidenceModel *
sf_evidence_model_new (SfContext *context)
{
  SfEvidenceModel *self;
  SfModel *model;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_EVIDENCE_MODEL, NULL);
  model = sf_context_get_model (context);
  self->context = g_object_ref (context);
  self->index = sf_evidence_index_new (model, sf_context_get_evaluation (context),
                                       sf_context_get_today (context));
  g_signal_connect_object (model, "touched", G_CALLBACK (on_touched_cb), self, 0);
  know_all (self);
  list_anew (self, NULL);
  self->prepare_id = g_idle_add_full (G_PRIORITY_LOW, on_prepare_cb, self, NULL);
  return self;
}
