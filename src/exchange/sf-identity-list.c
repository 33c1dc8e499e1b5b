/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/sf-identity-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/sf-error.h"
#include "base/sf-text-piece.h"
#include "base/sf-text.h"
#include "report/sf-printed.h"
#include "workbook/sf-label.h"

/* So many bytes before the words say which they are. */
#define CONTEXT 24
/* So many of them are enough. */
#define ENOUGH 8

typedef struct
{
  SfModel *model;
  const char *audience;
  SfIdentityNames *names;
  GHashTable *confirmed; /* digests */
  GHashTable *seen;      /* digests */
  SfPrinted *printed;
  GPtrArray *items;
  GPtrArray *bare;  /* of fields that are nothing but these words */
  GHashTable *told; /* words to how often @items have them */
} Search;

void
sf_identity_item_free (SfIdentityItem *self)
{
  g_clear_pointer (&self->leads, sf_agenda_item_free);
  g_free (self->words);
  g_free (self->piece);
  g_free (self->digest);
  g_free (self);
}

/* --- one text --------------------------------------------------------------------------------- */

static const char *
get_page (SfRecord *record)
{
  if (SF_IS_TARGET (record) || SF_IS_REVIEW (record) || SF_IS_MILESTONE (record)
      || SF_IS_TARGET_CHANGE (record))
    return SF_PAGE_TARGETS;
  if (SF_IS_EVIDENCE (record) || SF_IS_ATTACHMENT (record))
    return SF_PAGE_EVIDENCE;
  if (SF_IS_ACTION (record) || SF_IS_PRIORITY (record) || SF_IS_ACTION_REVIEW (record))
    return SF_PAGE_PLAN;
  if (SF_IS_CENTRE (record))
    return SF_PAGE_CENTRE;
  if (SF_IS_EVALUATION (record))
    return SF_PAGE_EVALUATIONS;
  if (SF_IS_JUDGEMENT (record) || SF_IS_AREA_JUDGEMENT (record) || SF_IS_EVIDENCE_LINK (record))
    return SF_PAGE_AREA;
  return SF_PAGE_REPORT;
}

static char *
make_digest (
    SfRecord *record, guint column, SfIdentityKind kind, const char *before, const char *words)
{
  g_autofree char *uuid = sf_uuid_to_string (sf_record_get_uuid (record));
  g_autofree char *all = g_strjoin ("\n", uuid, SF_RECORD_GET_CLASS (record)->columns[column].name,
                                    sf_identity_kind_get_word (kind), before, words, NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, all, -1);
}

static SfAgendaItem *
make_leads (Search *self, SfRecord *record, guint column, const SfIdentityItem *item)
{
  SfAgendaItem *leads = g_new0 (SfAgendaItem, 1);
  g_autofree char *where = sf_label_for_field (self->model, record, column);

  leads->kind = SF_AGENDA_IDENTITY;
  leads->title = strcmp (item->words, item->piece) == 0
                     ? g_strdup_printf (_ ("“%s”"), item->words)
                     /* Translators: words, and the sentence that they stand in */
                     : g_strdup_printf (_ ("“%1$s” in “%2$s”"), item->words, item->piece);
  /* Translators: "A person’s name", and a field with what it belongs to */
  leads->detail
      = g_strdup_printf (_ ("%1$s? %2$s"), sf_identity_kind_get_label (item->kind), where);
  leads->record = g_object_ref (record);
  leads->column = SF_RECORD_GET_CLASS (record)->columns[column].name;
  leads->page = get_page (record);
  return leads;
}

/* From where to where of a line the words are looked for in the print: with what stands before
 * them, or, at the beginning of a line, after them, for a name alone is in many fields. */
static void
find_context (const char *line, const SfIdentityHit *hit, gsize *from, gsize *to)
{
  gsize length = strlen (line);

  *from = hit->start > CONTEXT ? hit->start - CONTEXT : 0;
  while (*from > 0 && *from < hit->start && (line[*from] & 0xc0) == 0x80)
    (*from)++;
  *to = hit->start + hit->length;
  if (hit->start - *from >= ENOUGH)
    return;
  *to = MIN (*to + CONTEXT, length);
  while (*to < length && (line[*to] & 0xc0) == 0x80)
    (*to)++;
}

static void
add_item (Search *self, SfRecord *record, guint column, const char *line, const SfIdentityHit *hit)
{
  g_autofree char *words = g_strndup (line + hit->start, hit->length);
  g_autofree char *before = NULL, *digest = NULL;
  gsize from, to;
  SfIdentityItem *item;
  guint n;

  find_context (line, hit, &from, &to);
  n = sf_printed_count (self->printed, line + from, (gssize)(to - from));
  if (n == 0)
    return;
  before = sf_printed_fold (line + from, (gssize)(hit->start - from));
  digest = make_digest (record, column, hit->kind, before, words);
  if (!g_hash_table_add (self->seen, g_strdup (digest)))
    return;
  item = g_new0 (SfIdentityItem, 1);
  item->kind = hit->kind;
  item->words = g_steal_pointer (&words);
  item->piece = sf_text_cut_piece (line, hit->start, hit->length);
  item->confirmed = g_hash_table_contains (self->confirmed, digest);
  item->digest = g_steal_pointer (&digest);
  item->leads = make_leads (self, record, column, item);
  if (strlen (item->words) == to - from)
    g_ptr_array_add (self->bare, item);
  else
    {
      guint seen = GPOINTER_TO_UINT (g_hash_table_lookup (self->told, item->words));

      g_hash_table_insert (self->told, g_strdup (item->words), GUINT_TO_POINTER (seen + n));
      g_ptr_array_add (self->items, item);
    }
}

/* A field that is nothing but a name is printed only if the name stands somewhere that no other
 * field accounts for: where the program knows the office, it prints that. */
static void
add_bare (Search *self)
{
  for (guint i = 0; i < self->bare->len; i++)
    {
      SfIdentityItem *item = self->bare->pdata[i];
      guint told = GPOINTER_TO_UINT (g_hash_table_lookup (self->told, item->words));

      if (sf_printed_count (self->printed, item->words, -1) > told)
        g_ptr_array_add (self->items, item);
      else
        sf_identity_item_free (item);
    }
}

static void
look_at_text (Search *self, SfRecord *record, guint column, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GArray) hits = NULL;

      if (!sf_printed_may_have_line (self->printed, lines[i]))
        continue;
      hits = sf_identity_find_in_text (self->names, lines[i]);
      for (guint k = 0; k < hits->len; k++)
        add_item (self, record, column, lines[i], &g_array_index (hits, SfIdentityHit, k));
    }
}

/* --- records ---------------------------------------------------------------------------------- */

/* Words of the program, of the authority's office, and the name that the title page is there to
 * say. */
static gboolean
is_exempt (SfRecord *record, guint column)
{
  if (SF_IS_FRAMEWORK_EDITION (record) || SF_IS_ERASURE (record) || SF_IS_IDENTITY_CHECK (record)
      || SF_IS_PERFORMANCE_RECORD (record))
    return TRUE;
  return SF_IS_CENTRE (record)
         && (column == SF_CENTRE_HEAD_NAME || column == SF_CENTRE_NAME
             || column == SF_CENTRE_ADDRESS || column == SF_CENTRE_TELEPHONE
             || column == SF_CENTRE_EMAIL || column == SF_CENTRE_WEBSITE
             || column == SF_CENTRE_LOCAL_AUTHORITY || column == SF_CENTRE_COMMITTEE_NAME);
}

static void
look_at_record (Search *self, SfRecord *record)
{
  SfRecordClass *klass = SF_RECORD_GET_CLASS (record);

  for (guint column = 0; column < klass->n_columns; column++)
    if (klass->columns[column].type == SF_COLUMN_TEXT && !is_exempt (record, column))
      {
        const char *text = sf_record_get_text (record, column);

        if (!sf_text_is_blank (text))
          look_at_text (self, record, column, text);
      }
}

static void
look_at_all (Search *self)
{
  guint n_types;
  const GType *types = sf_model_get_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      GListModel *list = sf_model_get_list (self->model, types[i]);

      for (guint k = 0; k < g_list_model_get_n_items (list); k++)
        {
          g_autoptr (SfRecord) record = g_list_model_get_item (list, k);

          look_at_record (self, record);
        }
    }
}

/* --- names ------------------------------------------------------------------------------------ */

static void
add_names_of (SfIdentityNames *names, SfModel *model, GType type, guint column, gboolean body)
{
  GListModel *list = sf_model_get_list (model, type);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SfRecord) record = g_list_model_get_item (list, i);
      const char *name = sf_record_get_text (record, column);

      if (body)
        sf_identity_names_add_body (names, name);
      else
        sf_identity_names_add_person (names, name);
    }
}

/* The standards are written with capitals that are nobody's. */
static void
add_framework (SfIdentityNames *names, SfFramework *framework)
{
  GPtrArray *areas = framework != NULL ? sf_framework_get_areas (framework) : NULL;

  for (guint i = 0; areas != NULL && i < areas->len; i++)
    sf_identity_names_add_body (names, sf_key_area_get_title (areas->pdata[i]));
}

static SfIdentityNames *
list_names (SfModel *model, SfEvaluation *evaluation)
{
  SfIdentityNames *names = sf_identity_names_new ();

  add_names_of (names, model, SF_TYPE_CONTRIBUTOR, SF_CONTRIBUTOR_NAME, FALSE);
  add_names_of (names, model, SF_TYPE_CENTRE, SF_CENTRE_HEAD_NAME, FALSE);
  add_names_of (names, model, SF_TYPE_EVIDENCE, SF_EVIDENCE_AUTHOR, FALSE);
  add_names_of (names, model, SF_TYPE_EVIDENCE, SF_EVIDENCE_SIGHTED_BY, FALSE);
  add_names_of (names, model, SF_TYPE_PERFORMANCE_RECORD, SF_PERFORMANCE_RECORD_PERSON, FALSE);
  add_names_of (names, model, SF_TYPE_CENTRE, SF_CENTRE_NAME, TRUE);
  add_names_of (names, model, SF_TYPE_CENTRE, SF_CENTRE_LOCAL_AUTHORITY, TRUE);
  add_names_of (names, model, SF_TYPE_CENTRE, SF_CENTRE_AREA_SERVED, TRUE);
  add_names_of (names, model, SF_TYPE_CENTRE, SF_CENTRE_COMMITTEE_NAME, TRUE);
  add_framework (names, sf_model_get_framework (model, evaluation));
  return names;
}

/* --- all ---------------------------------------------------------------------------------------
 */

static GHashTable *
list_confirmed (SfModel *model, SfEvaluation *evaluation, const char *audience)
{
  GHashTable *confirmed = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) checks = sf_model_list_referring (model, SF_TYPE_IDENTITY_CHECK,
                                                          SF_IDENTITY_CHECK_EVALUATION, evaluation);

  for (guint i = 0; i < checks->len; i++)
    if (g_strcmp0 (sf_identity_check_get_audience (checks->pdata[i]), audience) == 0)
      g_hash_table_add (confirmed, (gpointer)sf_identity_check_get_digest (checks->pdata[i]));
  return confirmed;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const SfIdentityItem *one = *(SfIdentityItem *const *)a, *other = *(SfIdentityItem *const *)b;

  return one->confirmed - other->confirmed;
}

GPtrArray *
sf_identity_list (SfModel *model,
                  SfEvaluation *evaluation,
                  const char *audience,
                  SfDocument *document)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_identity_item_free);
  g_autoptr (SfIdentityNames) names = NULL;
  g_autoptr (GHashTable) confirmed = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (SfPrinted) printed = NULL;
  g_autoptr (GPtrArray) bare = g_ptr_array_new ();
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SfCentre *centre;

  g_return_val_if_fail (SF_IS_MODEL (model) && SF_IS_EVALUATION (evaluation), items);
  g_return_val_if_fail (audience != NULL && SF_IS_DOCUMENT (document), items);

  centre = sf_model_get_centre (model, evaluation);
  printed = sf_printed_new (document, centre != NULL ? sf_centre_get_head_name (centre) : NULL);
  names = list_names (model, evaluation);
  confirmed = list_confirmed (model, evaluation, audience);
  {
    Search self = { model, audience, names, confirmed, seen, printed, items, bare, told };

    look_at_all (&self);
    add_bare (&self);
  }
  g_ptr_array_sort (items, compare_items);
  return items;
}

guint
sf_identity_count_open (GPtrArray *items)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n += ((SfIdentityItem *)items->pdata[i])->confirmed ? 0 : 1;
  return n;
}

gboolean
sf_identity_check (SfModel *model,
                   SfEvaluation *evaluation,
                   const char *audience,
                   SfDocument *document,
                   GError **error)
{
  g_autoptr (GPtrArray) items = sf_identity_list (model, evaluation, audience, document);
  guint open = sf_identity_count_open (items);
  const SfIdentityItem *first;

  if (open == 0)
    return TRUE;
  first = items->pdata[0];
  /* Translators: how many places, words in their sentence, what they may be and where they stand */
  g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
               g_dngettext (GETTEXT_PACKAGE,
                            "%1$u place may identify somebody: %2$s. %3$s. Please mend it, or "
                            "confirm that it identifies nobody; nothing was written.",
                            "%1$u places may identify somebody, the first: %2$s. %3$s. Please mend "
                            "each, or confirm that it identifies nobody; nothing was written.",
                            open),
               open, first->leads->title, first->leads->detail);
  return FALSE;
}
