/// Sentences with what a careful reader would take out before publication.
///
/// Every sentence is invented; no person, place of living or number in it belongs to anybody. The
/// telephone numbers are from the ranges that Ofcom keeps for drama, the NHS numbers from the range
/// that is kept for tests. A line is the kind (or `-` for nothing), a bar, and the sentence.
let labelledSentences = """
  dob | The girl was born on 3 March 2001 and lives with her aunt.
  dob | Date of birth: 14/09/2003.
  dob | DOB 07.11.99, seen at the office.
  dob | His d.o.b. is 2 May 2004.
  dob | The file gives the boy's date of birth as 2005-06-17.
  dob | She was born on the 21st of October 2000.
  dob | The younger child (born 9 Jan 2006) stayed with the grandmother.
  dob | The father, born 30 August 1971, did not attend.
  dob | Born on July 4, 2002, the child has moved five times.
  dob | Dob: 1-2-2003
  - | Cafcass was born on 1 April 2001.
  - | The scheme applies to children born after 1 September 2004.
  - | Files of children born before 31 December 1999 were left out.
  - | The new agency was born on 1 April 2001 out of several bodies.
  - | The report was published on 14 September 2009.
  - | Fieldwork took place from 4 June 2007 to 15 July 2007.
  - | The policy dated 03/10/2006 was still in use.
  - | Children born in 2001 made up a third of the sample.
  - | The idea was born on 12 May 2008 at a meeting of managers.
  - | The costs are borne by the region until 31 March 2010.
  address | The family lives at 14 Elm Road, and the worker visited twice.
  address | He was moved to 27b Larkspur Avenue in the spring.
  address | Contact takes place at 9 Old Mill Lane on Saturdays.
  address | The mother's flat at 203 Queen Anne's Terrace had no heating.
  address | A letter was sent to 6 Hollybush Close by mistake.
  address | They met the child at 48 Sandringham Drive.
  address | Her new home, 3 St Olave's Crescent, is near the school.
  address | The worker called at 112 Upper Brook Street without notice.
  - | Inspectors visited 3 High Street offices.
  - | In 2008 Elm Road was the site of the main office.
  - | The region has 14 offices and one on the ring road.
  - | See paragraph 12 Market Street for the plan.
  - | Seven of the 12 Family Support Workers had left.
  - | Of 33 Crown Court cases, four were late.
  - | Nobody in the street noticed the change.
  - | A total of 15 Children Act reports were read.
  - | The 2 Grove Road Centre teams were merged.
  postcode | The child is placed with carers in LS14 6XQ.
  postcode | The address on the form ended in NG2 4QB.
  postcode | Contact was refused at any place near SW1A 9ZZ.
  postcode | The grandmother's postcode, B29 7HT, was visible on the copy.
  postcode | Send it to the mother at M5 3WN.
  - | Rooms B12 4 and C3 2 were inspected.
  - | Form C1 1 and form C1A were missing from the file.
  - | The plan A1 2BCD is out of date.
  - | Area S7 5 files were read.
  - | Standard Q4 2NX does not exist.
  - | The code E12 was given to 3AM meetings.
  telephone | The mother can be reached on 0114 496 0123.
  telephone | Call the aunt on 07700 900461 after school.
  telephone | His number is +44 7700 900 077.
  telephone | Tel: (0161) 496 0456
  telephone | The grandfather left 020 7946 0112 as a contact.
  telephone | She gave 01632 960983 to the worker.
  telephone | The child's mobile, 07700900123, was in the report.
  telephone | Ring 0131-496-0765 before visiting.
  - | For other formats call 0300 123 1231.
  - | The helpline 0800 1111 was not displayed.
  - | Complaints may be made on 0808 157 0987.
  - | The budget rose from 1 200 000 to 1 350 000 pounds.
  - | The document's number is 070205.
  - | ISBN 0 11 702847 3 and ISBN 01 1234 56789 are printed on the back.
  - | In 2007 2008 and 2009 the figures were 21 334, 20 987 and 22 104.
  - | The shares were 01.5, 02.5 and 07.5 per cent.
  - | Between 10 and 12 files in 100 were late.
  email | Write to ella.marsh@example.org for her account.
  email | His address tomasz_k@mail.example.com was left in the annex.
  email | Her e-mail (jm1998@example.net) stood in the letter.
  email | The parent used k.osei+court@example.co.uk.
  email | The worker's own address, d.hallam@example.gov.uk, was printed.
  - | Write to enquiries@example.gov.uk for another format.
  - | Complaints go to complaints@example.org.uk.
  - | The press office is press@example.gov.uk.
  - | Meet us @ the office on Monday.
  - | See [our address](mailto:someone@example.org).
  - | Write to [j.brook@example.org](mailto:j.brook@example.org) about this register.
  - | The account @exampleregister posts new reports.
  nhs | Her NHS number is 999 123 4594.
  nhs | NHS No: 9991234594 was left on the first page.
  nhs | The hospital quoted 999 000 0018 in its letter.
  nhs | NHS number 999-345-6780 stands on the referral.
  - | The trust spent 401 023 2137 pounds on the service.
  - | In all 9991234561 bytes were transferred.
  - | The tables list 100 200 3001 as the total.
  case | The case, LS08P00417, was closed in May.
  case | Proceedings ZW21C50033 were adjourned.
  case | Case number 2008/10734 was heard in Derby.
  case | The court reference is NG-07-44518.
  case | Claim no. 7QZ88012 was struck out.
  case | See court case 10-55231 for the order.
  - | Case study number 4 shows good practice.
  - | In case no 3 the plan was late.
  - | Inspectors read 88 case files in 7 offices.
  - | The judgment [2010] EWCA Civ 1234 was followed.
  - | Report 090169 replaces report 070238.
  - | The Children Act 1989, section 1(3), lists what a court has to weigh.
  - | Case numbers rose from 20134 to 22450.
  age | Ella, aged 7, told the worker that she was afraid.
  age | Mateusz (9) did not want to go.
  age | The file says that K, aged 12, had run away.
  age | Child B, who is 8 years old, was not seen alone.
  age | Zoe, 14, lives with her father.
  age | The worker met seven-year-old Amir at school.
  age | His sister Freya is 11 years old.
  age | J's account, given at age 10, was left out.
  age | Baby T was three months old at the time.
  age | The report on Yusuf, a boy of 9 years of age, was late.
  age | Contact with Kayleigh (13) was not considered.
  age | A 5-year-old, Oscar, was interviewed without a toy.
  age | Skarlet, aged 6, drew her family.
  age | The eldest, Thandiwe (aged 15), spoke to nobody.
  age | Mrs P, aged 34, asked for a translator.
  age | D., aged nine, had lived in four homes.
  age | The plan for Isla, now 4 years old, was never shared.
  age | When Callum was aged 12 the case was closed.
  age | Jamal and Priya, aged 8, are twins.
  age | The girl, R, was 16 years old by then.
  - | Children aged 7 and over were asked for their views.
  - | Young people, aged 12 to 17, filled in the survey.
  - | In Leeds, aged 16 to 18, they are served by another team.
  - | Annex A (9) lists the documents.
  - | Table B, 12, shows the grades.
  - | Standard 3 (7) was not met.
  - | The ten-year-old agency was reorganised.
  - | A 20-year-old Act governs the work.
  - | Group C, 14, and group D, 15, returned no forms.
  - | A child aged 7 may have views that the court should hear.
  - | The youngest child seen was 3 years old.
  - | Children's ages were recorded in 24 of the 33 files.
  - | Michael Hart, Director, signed the report.
  - | Practitioners had been in post for 7 years on average.
  - | The average age of the cases was 26 weeks.
  - | Grade B was given in 12 of 33 reports.
  - | Team K reached its target in 9 months.
  - | In section I, 5 of the standards are explained.
  - | Plan B (12 weeks) replaced plan A (6 weeks).
  - | Figure E, 10, gives the rate.
  - | Of the children seen, 8 were aged 5 or under.
  - | Inspectors from Derby, aged between 30 and 60, took part.
  - | Sarah Brook, an inspector for 9 years, led the visit.
  - | The Q&A, aged as it was, still helped.
  health | Ella has severe asthma and missed school.
  health | K's epilepsy was not mentioned to the court.
  health | The report says that Child A is autistic.
  health | Mr B's depression made contact difficult.
  health | The worker did not know of Hannah's diabetes.
  health | The overdose that Leanne took was recorded.
  health | Young person M has a learning disability.
  health | Mother S was pregnant at the time.
  health | Jakub was diagnosed with ADHD in the spring.
  health | The mental health of Mrs T was assessed twice.
  health | N takes medication every day.
  health | Aaliyah's anxiety grew before each hearing.
  health | The bruising on Tyler was seen by a teacher.
  health | Father W is an alcoholic.
  health | Patient H was in a wheelchair.
  health | Omar had been suicidal in the winter.
  health | It was known that Chloe had an eating disorder.
  health | The child, L, is deaf.
  health | Boy R had hepatitis as a baby.
  health | Mohammed suffers from sickle cell anaemia.
  - | Staff spoke of anxiety about the reorganisation.
  - | Vitamin D and asthma were the subject of the leaflet.
  - | Hepatitis B vaccinations were recorded for all children.
  - | The mental health team shares the building.
  - | A child's disability must be recorded on the form.
  - | Reports on disabled children were better than others.
  - | St John Ambulance trained staff in asthma care.
  - | Queen Elizabeth Hospital runs the epilepsy clinic.
  - | Dr Sarah Brook wrote on depression in adolescents.
  - | Few files said whether a parent had a disability.
  - | Domestic violence and mental illness were the main concerns.
  - | James Brook, service manager, said that anxiety among staff was high.
  - | Section A deals with disability and section B with ethnicity.
  - | The Helen Brook Trust works with deaf parents.
  - | I was told that disability training is optional.
  - | Asthma, epilepsy and diabetes are listed on form F1.
  - | Category C covers mental illness.
  - | The trauma of delay weighs on all children.
  - | Annex D: disability and language in the sample.
  - | Form H asks about medication.
  - | The paper by Alice Brook on trauma was circulated.
  - | Option B would cut the disability grant.
  - | Wheelchair access was good in all 7 offices.
  - | Mental Health Act assessments took up to 12 weeks.
  - | Disability Rights UK and the A Team were consulted.
  - | The graph shows that depression is rising.
  - | Panel B heard evidence on trauma.
  - | Most children said that they felt heard.
  - | The judgement on safeguarding is Inadequate.
  - | Recommendation 3 asks for guidance within 3 months.
  - | Overall effectiveness is good.
  - | Almost all of the 29 reports were on time.
  """
