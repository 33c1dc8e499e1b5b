/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-identity-words.h"

/* Common first names of children and grown-ups in Britain, from many languages. */
static const char first_names[]
    = "aaliyah aaron abbie abby abdul abdullah abigail adam adele adrian agnieszka aharon ahmed "
      "aidan"
      " aiden aisha aisling alan alana albert alec aleksandra alex alexa alexander alexandra alexis"
      " alfie alfred ali alice alicia alina alison alistair amanda amara amber amelia amelie amina"
      " amir amira amy ana anastasia andrea andrei andrew andrzej angela angus anil anita ann anna"
      " annabel anne annie anthony antonio anya archie arjun arthur arun asha ashley asif asma"
      " audrey ava ayaan ayesha barbara barry beata beatrice becky ben benedict benjamin bernadette"
      " beth bethan bethany beverley bilal blessing bogdan bradley brandon brenda brian bridget "
      "bryony"
      " caitlin callum cameron carla carly carol caroline carys catherine cathy cerys charles "
      "charlie"
      " charlotte chelsea chloe chris christian christina christine christopher ciara claire clare"
      " claudia clive colin connor courtney craig cristina daisy dale damian daniel danielle daria"
      " darren dave david dawid dean deborah debbie declan deepa demi denise dennis derek diana "
      "diane"
      " dilys dimitri dominic donna doris dorothy duncan dylan ebony eddie edith edward efua ela"
      " elaine eleanor elena eleri elif elijah elin eliza elizabeth ella ellen ellie elliot elsie"
      " emilia emily emma emmanuel eric erin ethan eva eve evelyn evie ewan fahad farah farhan"
      " fatima fatma fatoumata faye felicity fiona folasade frances francesca francis frank fraser"
      " freddie freya gabriel gabriela gareth gary gavin gemma geoff geoffrey george georgia "
      "georgina"
      " gerald geraldine gillian gloria gordon graham grzegorz gurpreet gwen hamza hana hannah "
      "harold"
      " harpreet harriet harrison harry harvey hassan hayley heather helen helena henry hilary hugh"
      " hussain hussein iain ian ibrahim ifeoma imogen imran ingrid ioana irene iris isaac isabel"
      " isabella isabelle isla ismail ivan iwona jacek jack jackie jacob jacqueline jake jakub "
      "james"
      " jamie jan jane janet janice jason jasmine jasmin jayden jean jeanette jemma jenna jennifer"
      " jenny jeremy jessica jessie jill jim jo joan joanna joanne jodie joe joel john johnny "
      "jonathan"
      " jordan jose joseph josephine josh joshua josie joyce juan judith julia julian julie june"
      " justin justyna kai kamal kamila karen karl karolina kasia kate katarzyna katherine kathleen"
      " kathryn katie katy kayla kayleigh keeley keith kelly kenneth kerry kevin khadija khalid "
      "kieran"
      " kiera kim kimberley kirsty krzysztof kwame kyle lakshmi latifa lara laura lauren leah "
      "leanne"
      " lee leila lena leo leon leroy lesley leslie lewis lexi liam lily linda lisa llinos lloyd "
      "logan"
      " lola lorraine louis louisa louise lucas lucy luke lydia lynn lynne maciej maddison maisie"
      " malcolm malgorzata mandy manjit marcin marcus margaret maria mariam marie marion marlon"
      " martha martin martyn mary maryam mateusz matilda matthew maureen maxine megan mehmet mia"
      " michael michal michelle mike mila millie miriam moesha mohamed mohammad mohammed molly"
      " monica monika morgan moshe muhammad mustafa nadia naomi natalia natalie natasha nathan"
      " neil nia niamh nicholas nicola nicole nigel nikita nina noah noor nora norma nusrat olga"
      " oliver olivia olu omar oscar owen paige pamela patricia patrick paul paula pauline penelope"
      " peter philip philippa phoebe phyllis piotr poppy pooja priya quentin rachel radoslav rafal"
      " raheem rahul raj rajesh ralph rebecca reece reuben rhian rhiannon rhys riaz ricardo richard"
      " ricky rita robert robin rodney roger roman ronald rory rosie ross roxanne ruby rukhsana"
      " rupert russell ruth ryan sabrina saira sally salma sam samantha samina samir samuel sandra"
      " sanjay sara sarah scarlett scott sean sebastian shabana shabnam shakira shane shannon "
      "sharon"
      " shaun shauna sheila shelley shirley shona sian sienna simon simone siobhan sofia sophia "
      "sophie"
      " stacey stanley stefan stella stephanie stephen steve steven stuart sue suleiman sunita "
      "susan"
      " suzanne svetlana sylvia tahira tamara tamsin tanya tara tariq tasha tatiana ted teresa "
      "terry"
      " thea theo theresa thomas tia tiffany tim timothy tina toby tom tomasz toni tony tracey "
      "tracy"
      " trevor tyler tyrone umar valerie vanessa vera veronica vicky victor victoria vijay vikram"
      " vincent viktor wanda wayne wendy wesley william wojciech xavier yasmin yasmine yolanda "
      "yusuf"
      " yvette yvonne zac zach zachary zahra zainab zara zeynep zoe zofia zuzanna";

/* Names that are words, or names of places, too. */
static const char both[] = "alma amber angel april art august austin autumn basil bill carol "
                           "chance charity chase chelsea"
                           " christian crystal daisy dale dawn dean destiny earl eden faith fay "
                           "florence frank gene georgia grace"
                           " grant hazel heather hope iris ivy jade jan jasmine jean jordan joy "
                           "june kim lee lily london lottie"
                           " marina mark martin max may mercy nick norm olive patience pat paris "
                           "pearl poppy precious ray reed"
                           " rich river rob robin roman rose ross rowan ruby rusty sage sandy "
                           "scarlett sky star stella sterling"
                           " sue summer ted tiffany trinity vera victoria violet virginia will "
                           "willow wren noor miles harry logan"
                           " morgan cameron lola ana dee drew";

static const char bodies[]
    = "before until while because although however where which how why here now then also only "
      "both each"
      " when since from this that these those her his its with by but as if it not no most many "
      "some"
      " more few about during whether yet still once such other another last next thank thanks "
      "please you"
      " your my me us was were is are be been has have had will would could should may might must "
      "can"
      " a academy accord act action activity activities adult adults advice advisory africa "
      "african "
      "after"
      " age aged agency agreement aid all allotment an and annual april arabic area areas army "
      "asia asian"
      " assessment association at august authority autumn award baby babies bank baptist bengali "
      "best board"
      " body book books borough breakfast breastfeeding britain british bulgarian bureau bus bumps "
      "business"
      " café cafe campaign care carer carers caribbean catholic cbt census centre centres chair "
      "chapter chief"
      " child childcare childminder childminders children children’s children's christmas church "
      "citizens"
      " city class clinic closing club college committee common community company conference "
      "consortium"
      " contact cook cooperative core corner council county course court credit criteria cultural"
      " curriculum customer data day days december deaf department deputy development diabetes "
      "digital"
      " director disability district diverse diversity divali diwali domestic drop dental duty "
      "early east"
      " easter education effective eid elklan elm emotional employment english equality esol "
      "europe european"
      " evaluation evening every excellence faith family families february federation festival "
      "fire first"
      " food football for forest forum foundation framework friday friends friendly fund funding "
      "gap garden"
      " gardens general girls gold good governing governors government great green group groups "
      "growing gypsy"
      " hackney hall hall's haven healthy health heart help hill hindi home home-start homestart "
      "hospital"
      " house housing hub human hygiene improvement in inclusion independent infant information "
      "initiative"
      " inspection inspectorate integrated intensive international interim into investors islam "
      "islamic"
      " january jobcentre jobs join joint july june junior karate key kickers kingdom kurdish "
      "language"
      " leader leaders leadership learn learning lead level library life lifelong link links "
      "listening literacy"
      " little local lone london lottery lower make management manager managers managing march "
      "market"
      " maternity matters may mayor meeting mencap mental methodist midland midwife midwifery "
      "midwives"
      " ministry monday mosque moving multi museum music muslim national neighbourhood network new "
      "nhs north northern notice"
      " november nursery nutrition october office officer ofsted on one open opening organisation"
      " organising our outreach outstanding over pakistani panel parent parenting parents parish "
      "park part"
      " partner partners partnership peep people peers performance personal physical pilot place "
      "plan planning play plus"
      " playgroup playgroups police policy polish positive post practice practitioner praxis pre"
      " present preschool primary priory priority problem profile programme project provision "
      "public pupil"
      " qualified qualifications quality queen quarter ramadan readers reading ready reception red "
      "red-book referral"
      " registered report requires resource respect review reviews rhyme rights river road roma "
      "romanian room"
      " royal russian safe safeguarding safety saturday saturdays saints save school schools "
      "science second"
      " self sen send senco senior september service services session sessions settings shaping "
      "share"
      " sharing shelter shop sing skills sleep small smile social society somali song south "
      "southern special"
      " speech spring sport sports square staff stage stages standard standards star start "
      "statutory stay step"
      " steps steering stories story strategic strategy street stronger study sub summer sunday "
      "supervision support"
      " supported sure surestart survey swim swimming tax teacher teaching team teams term the "
      "their therapist"
      " therapy there three through thursday time toddler toddlers together tots town training "
      "transition"
      " traveller travellers tree triage triple trust tuesday turkish turning two under unit united"
      " university update urdu us valley vale victim village visitor visitors visiting voices "
      "volunteer"
      " volunteers voluntary ward we wednesday weekly welcome welfare welsh west western what who "
      "winter women"
      " women’s work worker workers working world year years yoga york young youth zone";

static gboolean
has_word (GHashTable **table, const char *words, const char *word)
{
  /* "Siân" and "Zoë" too */
  g_autofree char *plain = g_str_to_ascii (word, "en_GB");
  g_autofree char *lower = g_ascii_strdown (plain, -1);

  if (g_once_init_enter ((gsize *)table))
    {
      GHashTable *made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_auto (GStrv) split = g_strsplit (words, " ", -1);

      for (guint i = 0; split[i] != NULL; i++)
        g_hash_table_add (made, g_strdup (split[i]));
      g_once_init_leave ((gsize *)table, (gsize)made);
    }
  return g_hash_table_contains (*table, lower);
}

gboolean
sf_identity_words_is_first_name (const char *word)
{
  static GHashTable *table = NULL;

  return has_word (&table, first_names, word);
}

gboolean
sf_identity_words_is_both (const char *word)
{
  static GHashTable *table = NULL;

  return has_word (&table, both, word);
}

gboolean
sf_identity_words_is_body (const char *word)
{
  static GHashTable *table = NULL;

  return has_word (&table, bodies, word);
}
